import { SYSTEM, type Actor } from '#access';
import type { AnyReactor, Ask, Id, Occasion } from '#kernel';
import type { Outcome } from '#platform/decide';
import type { StoredEvent } from '#platform/event-store';
import type { Log } from '#platform/telemetry';
import { inOrder, type Chain } from '../loop/in-order.js';
import { backOff, pause } from '../loop/pause.js';
import { isOutage } from './outages.js';
import { occasionOf } from './reaction.js';

/** Decides what a policy asks for: the same gate that people's commands go through. */
export type DecideAsk = (ask: Ask, as: { readonly actor: Actor; readonly occasion: Occasion }) => Promise<Outcome>;

/** A command that cannot be asked for, however often one tries. */
export class AskFailed extends Error {
  override readonly name = 'AskFailed';
}

/** What rests on a damaged history waits until that is mended: the answer will be another one then. */
class AskOnDamage extends Error {
  override readonly name = 'AskOnDamage';
}
const throwDamage = ({ stream }: Ask, outcome: Outcome): void => {
  if (!outcome.recorded && outcome.code === 'HISTORY_DAMAGED') throw new AskOnDamage(`HISTORY_DAMAGED: ${stream}`);
};

/** How many asks may be under way at once: as many as the log writes together. */
const AT_ONCE = 64;
const TRIES = 10;

/** Failures of the program, not of a machine: trying again later changes nothing. */
const BUGS = new Set([
  ...['TypeError', 'RangeError', 'ReferenceError', 'SyntaxError'],
  ...['ZodError', 'UnknownEvent', 'EventTooLarge', 'EmptyAppend', 'LooksSealed', 'AskOnDamage'],
]);
const isBug = (error: unknown) => error instanceof Error && BUGS.has(error.name);

const isHopeless = (error: unknown, failures: number) => isBug(error) || (failures >= TRIES && !isOutage(error));

/** Who asks, as the program's own log tells it. */
type Asker = { readonly policy: string } | { readonly timer: string };

/** Something that is asked for, and on which occasion. */
export interface PendingAsk {
  readonly ask: Ask;
  readonly occasion: Occasion;
}

/** Sees to it that everything that policies and timers ask for is answered, once. */
export class AskDispatcher {
  constructor(
    private readonly decide: DecideAsk,
    private readonly log: Log,
  ) {}

  /**
   * Resolves when all are answered; a refusal is an answer. Asks of one stream go one after the other, others at once.
   * Throws AskFailed when one cannot be asked at all, and the signal's reason when told to stop.
   */
  async all(policy: AnyReactor, cause: StoredEvent, asks: readonly Ask[], signal: AbortSignal): Promise<void> {
    const chains = new Map<Id, Chain>();
    asks.forEach((ask, n) => {
      const asked = { ask, occasion: occasionOf(policy, cause, n) };
      chains.set(ask.stream, [
        ...(chains.get(ask.stream) ?? []),
        async () => {
          await this.inTime({ policy: policy.name }, asked, signal);
        },
      ]);
    });
    await inOrder([...chains.values()], AT_ONCE);
  }

  /**
   * The answer to one thing that is asked for; a refusal is an answer. Throws AskFailed when it cannot be asked at all, and the
   * signal's reason when told to stop.
   */
  async answer(by: Asker, { ask, occasion }: PendingAsk, signal: AbortSignal): Promise<Outcome> {
    for (let failures = 0; ;) {
      signal.throwIfAborted();
      try {
        const outcome = await this.decide(ask, { actor: SYSTEM, occasion });
        throwDamage(ask, outcome);
        // A lost race is no answer: it has to be decided again.
        if (outcome.recorded || outcome.code !== 'CONFLICT') return this.answered(by, { ask, occasion }, outcome);
      } catch (error) {
        this.log.warn({ ...by, stream: ask.stream, error }, 'nobody could be asked');
        if (isHopeless(error, failures)) throw new AskFailed('it cannot be asked for', { cause: error });
      }
      failures++;
      await pause(backOff(failures), signal);
    }
  }

  /** What happened lies in the past: where the clock says otherwise it is behind, and that is no answer. */
  private async inTime(by: Asker, asked: PendingAsk, signal: AbortSignal): Promise<void> {
    for (let waits = 1; ; waits++) {
      const outcome = await this.answer(by, asked, signal);
      if (outcome.recorded || outcome.code !== 'OCCURRED_IN_FUTURE') return;
      await pause(backOff(waits), signal);
    }
  }

  private answered(by: Asker, { ask, occasion }: PendingAsk, outcome: Outcome): Outcome {
    if (!outcome.recorded) {
      const facts = { ...by, stream: ask.stream, command: ask.command.type, code: outcome.code };
      this.log.warn({ ...facts, causationId: occasion.causationId }, 'what was asked for was refused');
    }
    return outcome;
  }
}
