import type { After } from '#platform/event-store';
import type { AllStreamSubscription, Position } from '@eventstore/db-client';
import type { From, Recorded } from './calls.js';
import type { Limits } from './limits.js';
import type { Passed } from './subscription-filters.js';
import { jittered } from './within.js';

export interface TailParts {
  readonly calls: { subscribe(from: From<Position>, passed: Passed): Promise<AllStreamSubscription> };
  /** Where it begins; by default only what comes is heard. */
  readonly from?: From<Position>;
  readonly limits: Pick<Limits, 'resubscribeMs' | 'callMs'>;
  /** Told each position that the log is known to reach, with the event at it where one was sent. */
  readonly seen: (position: bigint, event?: Recorded) => void;
  /** Looks for what may have come while nobody listened; asked each time that the server begins to send. */
  readonly look: () => Promise<After>;
}

/**
 * Hears what is appended by anybody, for as long as it is open. The client tells once that a subscription broke, or not at all, and
 * never opens another: this does, after a pause that grows, from the last position that was told.
 */
export class Tail {
  #from: From<Position>;
  #subscription: AllStreamSubscription | undefined;
  #isConfirmed = false;
  #timer: NodeJS.Timeout | undefined;
  #failures = 0;
  /** Each opening has its own number: what an earlier one still says is not heard. */
  #opening = 0;
  #state: 'new' | 'open' | 'closed' = 'new';

  constructor(private readonly parts: TailParts) {
    this.#from = parts.from ?? 'end';
  }

  /** Listens from now on; once is enough. */
  start(): void {
    if (this.#state !== 'new') return;
    this.#state = 'open';
    void this.open();
  }

  /** The log can be read, and reaches further than what was told: a silent subscription is opened again, a lost one at once. */
  suspect(): void {
    // One that is being opened has a time of its own.
    if (this.#state !== 'open' || (this.#subscription && !this.#isConfirmed)) return;
    this.broke(this.#opening);
    this.#failures = 0;
    clearTimeout(this.#timer);
    void this.open();
  }

  close(): void {
    this.#state = 'closed';
    clearTimeout(this.#timer);
    this.leave();
  }

  private async open(): Promise<void> {
    const opening = ++this.#opening;
    // Connecting has no deadline of its own in the client.
    this.#timer = setTimeout(() => this.broke(opening), this.parts.limits.callMs);
    const subscription = await this.parts.calls
      .subscribe(this.#from, (at) => this.passed(opening, at))
      .catch(() => undefined);
    if (!subscription) {
      this.broke(opening);
      return;
    }
    this.#subscription = subscription;
    // One listener for errors stays for ever: an error that nobody hears ends the process.
    subscription.on('error', () => this.broke(opening));
    subscription.on('end', () => this.broke(opening));
    subscription.on('close', () => this.broke(opening));
    subscription.on('confirmation', () => void this.confirmed(opening));
    subscription.on('data', ({ event }) => {
      if (event && this.passed(opening, event.position)) this.parts.seen(event.position.commit, event);
    });
    if (this.#state === 'closed' || opening !== this.#opening) this.leave();
  }

  private async confirmed(opening: number): Promise<void> {
    if (opening !== this.#opening) return;
    clearTimeout(this.#timer);
    this.#failures = 0;
    this.#isConfirmed = true;
    const head = await this.parts.look().catch((): After => 'start');
    if (head !== 'start') this.parts.seen(head);
  }

  private passed(opening: number, at: Position): boolean {
    if (opening !== this.#opening) return false;
    this.#from = at;
    return true;
  }

  private broke(opening: number): void {
    if (this.#state !== 'open' || opening !== this.#opening) return;
    this.#opening += 1;
    this.leave();
    clearTimeout(this.#timer);
    const [first, longest] = this.parts.limits.resubscribeMs;
    this.#timer = setTimeout(() => void this.open(), jittered(first, this.#failures, longest));
    this.#failures += 1;
  }

  private leave(): void {
    void this.#subscription?.unsubscribe().catch(() => undefined);
    this.#subscription = undefined;
    this.#isConfirmed = false;
  }
}
