import type { Actor } from '#access';
import type { ShownFault } from '#platform/identity';
import type { KnownAs } from './known-as.js';
import { secondsLeft, type MinuteCounts } from './minute-counts.js';
import type { RateLimits } from './rate-limits.js';
import type { SecurityLog } from './security-log.js';

interface Needs {
  readonly counts: Pick<MinuteCounts, 'add'>;
  readonly limits: RateLimits;
  readonly log: SecurityLog;
  readonly knownAs: KnownAs;
  readonly now: () => Date;
}

/** Something that is counted: under which name, how much of it there is, and how much there may be. */
type Rule = readonly [name: string, count: number, most: number | undefined];

/** What somebody asks for: the names of the root fields, as often as they are asked for. */
export interface AskedFor {
  readonly fields: readonly string[];
  readonly isMutation: boolean;
}

export const SENTRY = Symbol('Sentry');

const isLoopback = (address: string): boolean => /^(::1$|(::ffff:)?127\.)/.test(address);

/** Counts who asks for how much, says when it is too much, and tells the security log of that and of what should not have been asked at all. */
export class Sentry {
  constructor(private readonly needs: Needs) {}

  /** After how many seconds this address may ask again; undefined where it may now. This machine itself is not counted. */
  arrives(address: string): number | undefined {
    const { knownAs, limits } = this.needs;
    if (limits.address === undefined || isLoopback(address)) return undefined;
    const from = knownAs.from(address);
    return this.over(from, [['address', 1, limits.address]], { from });
  }

  /** The same of a WebSocket connection that it opens. */
  connects(address: string): number | undefined {
    const { knownAs, limits } = this.needs;
    if (limits.connections === undefined || isLoopback(address)) return undefined;
    const from = knownAs.from(address);
    return this.over(from, [['connections', 1, limits.connections]], { from });
  }

  /** The same of an account. Whoever stands by no record has none. */
  asks(
    { actorId, byRecord }: Pick<Actor, 'actorId' | 'byRecord'>,
    { fields, isMutation }: AskedFor,
  ): number | undefined {
    const { knownAs, limits } = this.needs;
    const account = byRecord && knownAs.account(actorId);
    if (!account) return undefined;
    const most = limits.accounts.get(account);
    const named = [...limits.fields].map(([name, times]): Rule => {
      return [name, fields.filter((field) => field === name).length, times];
    });
    const rules: readonly Rule[] = [
      ['operations', fields.length, most ?? limits.operations],
      ['mutations', isMutation ? fields.length : 0, most ?? limits.mutations],
      ...named,
    ];
    return this.over(account, rules, { account });
  }

  /** A page of another site asked with what a browser holds. */
  foreign(operation: string, address: string): void {
    const from = this.needs.knownAs.from(address);
    this.needs.log.add('malicious_cors', { from, operation }, this.needs.now());
  }

  /** Somebody showed what lets nobody in. Who shows nothing at all is no matter for the log: everybody begins so. */
  unknown(fault: ShownFault, operation: string, address: string): void {
    if (fault === 'NOTHING_SHOWN') return;
    const word = fault === 'SESSION_UNKNOWN' ? 'session_use_after_expire' : 'authn_login_fail';
    const from = this.needs.knownAs.from(address);
    this.needs.log.add(word, { from, operation, code: fault }, this.needs.now());
  }

  /** Somebody sent more than anybody needs to; `code` is what they were told. */
  oversized(operation: string, code: string, address: string): void {
    const from = this.needs.knownAs.from(address);
    this.needs.log.add('input_validation_fail', { from, operation, code }, this.needs.now());
  }

  /** One person holds as many connections open as they may. */
  crowded({ actorId }: Pick<Actor, 'actorId'>): void {
    const account = this.needs.knownAs.account(actorId);
    const about = { ...(account && { account }), operation: 'connections', code: 'TOO_MANY_CONNECTIONS' };
    this.needs.log.add('excess_rate_limit_exceeded', about, this.needs.now());
  }

  /** Somebody asked for what the thing that they show does not allow. */
  denied({ actorId }: Pick<Actor, 'actorId'>, operation: string, code: string): void {
    const account = this.needs.knownAs.account(actorId);
    this.needs.log.add('authz_fail', { ...(account && { account }), operation, code }, this.needs.now());
  }

  /** Counts by every rule, also by those after one that is over. */
  private over(whose: string, rules: readonly Rule[], about: Parameters<SecurityLog['add']>[1]): number | undefined {
    const now = this.needs.now();
    const over = rules.filter(
      ([name, count, most]) =>
        most !== undefined && count > 0 && this.needs.counts.add(`${name} ${whose}`, count, now) > most,
    );
    for (const [operation] of over) this.needs.log.add('excess_rate_limit_exceeded', { ...about, operation }, now);
    return over.length > 0 ? secondsLeft(now) : undefined;
  }
}
