import { randomUUID } from 'node:crypto';
import { rolesOf, type Actor, type Granted } from '#access';
import type { Id, Role } from '#kernel';
import type { SecurityLog } from '#platform/security';
import type { AccessToken, AccessTokens, TokenScope } from './access-tokens.js';
import { actingIn } from './acting-in.js';
import { endingsOf } from './endings.js';
import type { Passwords } from './passwords.js';
import { digestOf, newSecret } from './secrets.js';
import type { Chosen } from './sessions.js';
import type { Standing, Standings } from './standing.js';
import { LONGEST_TOKEN_MS, MOST_TOKENS, type TokenRefusal } from './token.refusals.js';

/** How these tokens begin, so that people and scanners know them. */
export const TOKEN_PREFIX = 'sfp_';

/** What somebody wants a token for; without roles, for all that they have. */
export interface Wanted {
  readonly name: string;
  readonly scope: TokenScope;
  readonly roles?: readonly Role[] | undefined;
  readonly endsAt: Date;
}

/** Somebody in the post for which the token is. */
interface InPost {
  readonly chosen: Chosen;
  readonly standing: Standing;
}

interface NoToken {
  readonly refused: TokenRefusal;
}

interface Needs {
  readonly passwords: Pick<Passwords, 'secretOf'>;
  readonly tokens: AccessTokens;
  readonly standings: Standings;
  readonly securityLog: SecurityLog;
  readonly now: () => Date;
}

/** How the names of service accounts begin. */
const CLIENT_PREFIX = 'sfc_';
/** What either looks like. */
const SHOWN = /^(?:sfp_[\w-]{43}|sfc_[\da-f-]{36})$/;
const USED_EVERY_MS = 60_000;

const restingOn = (grants: readonly Granted[], roles: readonly Role[]): readonly string[] =>
  grants
    .filter(({ role }) => roles.includes(role))
    .map(({ role, territory = '-', orgId = '-' }) => `${role} ${territory} ${orgId}`);

/** What a token of these roles rests on: their grants, and that nothing of it ended, be it to begin anew at once. */
const restingOnAll = ({ ended }: Standing, grants: readonly Granted[], roles: readonly Role[]): readonly string[] => [
  endingsOf(roles, ended),
  ...restingOn(grants, roles),
];

/** What stands against a token of any roles that is to last so long. */
const cannotHave = ({ onBehalfOf }: Chosen, left: number): TokenRefusal | undefined => {
  // What is lent to a person for a time is not lent on to a program.
  if (onBehalfOf) return 'ACTING_FOR_ANOTHER';
  return left <= 0 || left > LONGEST_TOKEN_MS ? 'TOKEN_TOO_LONG' : undefined;
};

/** Makes tokens for programs, and knows them again as long as all that they were made on stands. */
export class TokenKeeper {
  constructor(private readonly needs: Needs) {}

  /** Makes one for a post that is held, and gives what its program is to hold: nobody is told it again. */
  async make(
    account: Id<'account'>,
    inPost: InPost,
    wanted: Wanted,
  ): Promise<{ readonly secret: string; readonly token: AccessToken } | NoToken> {
    const secret = TOKEN_PREFIX + newSecret();
    const kept = await this.keep({ account, shown: secret, secret: undefined }, inPost, wanted);
    return 'refused' in kept ? kept : { secret, token: kept };
  }

  /** Makes a service account, which gets short tokens for its name and its secret; the same holds of that. */
  async makeService(
    account: Id<'account'>,
    inPost: InPost,
    wanted: Wanted,
  ): Promise<{ readonly clientId: string; readonly clientSecret: string; readonly token: AccessToken } | NoToken> {
    const [clientId, clientSecret] = [CLIENT_PREFIX + randomUUID(), newSecret()];
    const secret = await this.needs.passwords.secretOf(clientSecret);
    const kept = await this.keep({ account, shown: clientId, secret }, inPost, wanted);
    return 'refused' in kept ? kept : { clientId, clientSecret, token: kept };
  }

  private async keep(
    { account, shown, secret }: Pick<AccessToken, 'account' | 'secret'> & { readonly shown: string },
    { chosen, standing }: InPost,
    { name, scope, roles: named, endsAt }: Wanted,
  ): Promise<AccessToken | NoToken> {
    const madeAt = this.needs.now();
    const no = cannotHave(chosen, endsAt.getTime() - madeAt.getTime());
    if (no) return { refused: no };
    const held = [...new Set(rolesOf(standing))];
    const roles = named ?? held;
    if (named?.length === 0 || !roles.every((role) => held.includes(role))) return { refused: 'ROLE_NOT_HELD' };
    const restsOn = restingOnAll(standing, standing.grants, roles);
    const token = { id: randomUUID(), account, name, scope, roles, restsOn, chosen, madeAt, endsAt, secret };
    if (!(await this.needs.tokens.add(digestOf(shown), token, MOST_TOKENS))) return { refused: 'TOO_MANY_TOKENS_HELD' };
    this.needs.securityLog.add('authn_token_created', { account }, madeAt);
    return { ...token, usedAt: undefined };
  }

  /** Whom this stands for; undefined when it has ended, or has to end because what it was made on does not stand any more. */
  async known(shown: string): Promise<{ readonly token: AccessToken; readonly actor: Actor } | undefined> {
    const now = this.needs.now();
    const token = await this.needs.tokens.known(digestOf(shown), now);
    if (!token) return undefined;
    const { account, chosen, roles, restsOn } = token;
    const standing = await this.needs.standings.of(account, chosen, now.toISOString());
    const actor = standing && actingIn(standing, chosen, roles);
    const stands = new Set(actor && restingOnAll(standing, actor.grants, roles));
    if (!actor || !restsOn.every((grant) => stands.has(grant))) return this.over(token, now);
    return { token, actor };
  }

  /** The same, and remembers that it was used, once a minute at most. */
  async seen(shown: string) {
    const known = await this.known(shown);
    const now = this.needs.now();
    if (known && now.getTime() - (known.token.usedAt?.getTime() ?? 0) >= USED_EVERY_MS) {
      await this.needs.tokens.used(known.token.id, now);
    }
    return known;
  }

  /** What is wrong with one that is not known: it has ended and was not yet removed, or nobody has it, or had it for long. */
  async fault(shown: string): Promise<'TOKEN_EXPIRED' | 'TOKEN_UNKNOWN' | 'TOKEN_MALFORMED'> {
    if (!SHOWN.test(shown)) return 'TOKEN_MALFORMED';
    return (await this.needs.tokens.hasEnded(digestOf(shown), this.needs.now())) ? 'TOKEN_EXPIRED' : 'TOKEN_UNKNOWN';
  }

  /** Those of an account that last. */
  of(account: Id<'account'>): Promise<readonly AccessToken[]> {
    return this.needs.tokens.of(account, this.needs.now());
  }

  /** Ends one; false where this account has no such token. */
  async end(account: Id<'account'>, id: string): Promise<boolean> {
    const isEnded = await this.needs.tokens.end(account, id);
    if (isEnded) this.needs.securityLog.add('authn_token_revoked', { account }, this.needs.now());
    return isEnded;
  }

  private async over({ account, id }: AccessToken, now: Date): Promise<undefined> {
    await this.needs.tokens.end(account, id);
    this.needs.securityLog.add('authn_token_revoked', { account, code: 'STANDING_CHANGED' }, now);
    return undefined;
  }
}
