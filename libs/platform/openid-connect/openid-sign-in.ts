import type { Id } from '#kernel';
import type { SecurityLog } from '#platform/security';
import {
  addressKey,
  comparableName,
  failed,
  isReached,
  LIMITS,
  type Attempts,
  type Credentials,
  type Issued,
  type SessionKeeper,
  type SignInRefusal,
} from '#platform/sign-in';
import type { Log } from '#platform/telemetry';
import { BEGUN_MS, checksOf, type Begun, type BegunSignIns } from './begun-sign-ins.js';
import { issuedTo } from './issued-to.js';
import { IssuerUnavailable } from './issuer-fetch.js';
import type { Issuer, Vouched } from './issuer.js';
import { NotVouched } from './not-vouched.js';
import type { OpenIdRefusal } from './openid.refusals.js';
import type { PinnedSubjects } from './pinned-subjects.js';

type Refusal = OpenIdRefusal | Extract<SignInRefusal, 'ACCOUNT_DISABLED' | 'TOO_MANY_ATTEMPTS'>;

interface No {
  readonly refused: Refusal;
}

/** Somebody who comes back from the issuer. */
export interface Back {
  /** What their browser holds since they began. */
  readonly held: string | undefined;
  /** What the issuer had it bring: the part of the address behind the question mark. */
  readonly search: string;
  /** Where they come from, as it may be kept: a digest. */
  readonly from: string;
}

/** Who is let in, where they wanted to go, and what the issuer knows them by when they leave. */
interface In {
  readonly account: Id<'account'>;
  readonly to: string;
  readonly idToken: string | undefined;
  /** By what the issuer says, when they leave it, which session that is. */
  readonly issued: Issued;
}

interface Needs {
  readonly issuer: Pick<Issuer, 'beginning' | 'vouched'>;
  readonly begun: BegunSignIns;
  readonly credentials: Pick<Credentials, 'named' | 'change'>;
  readonly keeper: Pick<SessionKeeper, 'endAll'>;
  readonly pinned: Pick<PinnedSubjects, 'hold'>;
  readonly attempts: Attempts;
  readonly securityLog: SecurityLog;
  readonly log: Pick<Log, 'warn'>;
  /** Whether the log says that this account may be used. */
  readonly isEnabled: (account: Id<'account'>) => Promise<boolean>;
  readonly digest: (text: string) => Buffer;
  readonly now: () => Date;
}

const OPERATION = 'openid';

/** Lets people in for whom the issuer vouches, and who have an account here already. */
export class OpenIdSignIn {
  constructor(private readonly needs: Needs) {}

  /** Where the browser goes, and what it holds until it is back. */
  async begin(to: string): Promise<{ readonly url: URL; readonly held: string } | No> {
    const { begun, held } = await this.needs.begun.begin(to);
    try {
      return { url: await this.needs.issuer.beginning(checksOf(begun)), held };
    } catch (error) {
      return { refused: this.why(error) };
    }
  }

  /** Who comes back, and where they wanted to go. */
  async finish({ held, search, from }: Back): Promise<In | No> {
    const { attempts, digest, securityLog } = this.needs;
    const now = this.needs.now();
    const place = addressKey(digest, from);
    if (await isReached(attempts, place, LIMITS.address, now)) {
      securityLog.add('excess_rate_limit_exceeded', { from, operation: OPERATION }, now);
      return { refused: 'TOO_MANY_ATTEMPTS' };
    }
    const begun = await this.firstTime(held, now);
    const admitted = begun ? await this.admitted(begun, search) : { refused: 'NOT_BEGUN_HERE' as const };
    if ('refused' in admitted) {
      // An issuer that is down is nobody's attempt.
      if (admitted.refused !== 'ISSUER_UNAVAILABLE') await failed(attempts, place, LIMITS.address, now);
      const { refused: code, account } = admitted;
      securityLog.add('authn_login_fail', { from, operation: OPERATION, code, ...(account && { account }) }, now);
      return { refused: code };
    }
    securityLog.add('authn_login_success', { account: admitted.account, from, operation: OPERATION }, now);
    return admitted;
  }

  /** What was begun in this browser, unless it came back already: that is remembered for longer than it can be begun. */
  private async firstTime(held: string | undefined, now: Date): Promise<Begun | undefined> {
    const begun = held === undefined ? undefined : await this.needs.begun.read(held);
    if (!begun) return undefined;
    const since = new Date(now.getTime() - BEGUN_MS);
    const times = await this.needs.attempts.add(this.needs.digest(`begun ${begun.secret}`), now, since);
    return times === 1 ? begun : undefined;
  }

  private async admitted(begun: Begun, search: string): Promise<In | (No & { account?: Id<'account'> })> {
    let vouched: Vouched;
    try {
      vouched = await this.needs.issuer.vouched(search, checksOf(begun));
    } catch (error) {
      return { refused: this.why(error) };
    }
    if (vouched.name === undefined) return { refused: 'CLAIM_MISSING' };
    const credential = await this.needs.credentials.named(comparableName(vouched.name));
    if (!credential) return { refused: 'NO_ACCOUNT' };
    const { account, mustChange } = credential;
    if (!(await this.needs.isEnabled(account))) return { refused: 'ACCOUNT_DISABLED', account };
    if (!(await this.isSame(account, vouched.subject))) return { refused: 'SUBJECT_DIFFERS', account };
    if (mustChange) await this.withoutPassword(account);
    const issued = issuedTo(this.needs.digest, vouched);
    return { account, to: begun.to, idToken: vouched.idToken, issued };
  }

  /** Whether it is whom the issuer named for this account before; who comes first is from then on. */
  private async isSame(account: Id<'account'>, subject: string): Promise<boolean> {
    const { pinned, digest, securityLog, now } = this.needs;
    const held = await pinned.hold(account, digest(`subject ${subject}`));
    if (held === 'pinned') securityLog.add('user_updated', { account, operation: OPERATION, code: 'PINNED' }, now());
    return held !== 'another';
  }

  /** A password for the first time that was never used is of no use any more, and neither is what was begun with it. */
  private async withoutPassword(account: Id<'account'>): Promise<void> {
    await this.needs.credentials.change(account, { secret: undefined, mustChange: false }, this.needs.now());
    await this.needs.keeper.endAll(account, 'PASSWORD_CHANGED');
  }

  /** What is said to them; what the operator may want to know is in the log of the process. */
  private why(error: unknown): Extract<Refusal, 'ISSUER_UNAVAILABLE' | 'ISSUER_SAID_NO' | 'ANSWER_NOT_VALID'> {
    if (error instanceof IssuerUnavailable) {
      this.needs.log.warn({ error }, 'the issuer of OIDC_ISSUER does not answer as one');
      return 'ISSUER_UNAVAILABLE';
    }
    if (!(error instanceof NotVouched)) throw error;
    if (!error.isTheirNo) this.needs.log.warn({ error }, 'an answer of OIDC_ISSUER did not hold');
    return error.isTheirNo ? 'ISSUER_SAID_NO' : 'ANSWER_NOT_VALID';
  }
}
