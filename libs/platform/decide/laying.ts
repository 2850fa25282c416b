import { SYSTEM } from '#access';
import type { Claim, Id, Occasion } from '#kernel';
import { claimEvents, claimId, placeOf, type ClaimCommand } from '#platform/claims';
import {
  BasisChanged,
  CommandReused,
  commandHash,
  commandKey,
  EmptyAppend,
  EventTooLarge,
  NotCanonical,
  Overloaded,
  StorageFull,
  uuidV5,
  WrongVersion,
  type EventStore,
} from '#platform/event-store';
import type { PersonalData } from '#platform/personal-data';

/**
 * After these nothing was written, and the log still answers. Of a log that does not, nobody waits to hear that claims are given up:
 * they lapse.
 */
const NOTHING_WRITTEN = [
  ...[BasisChanged, CommandReused, EmptyAppend, EventTooLarge],
  ...[NotCanonical, Overloaded, StorageFull, WrongVersion],
] as const;

/** So many may come in between while a claim is given up. */
const TRIES = 5;

/** For what claims are laid: what this command is about to record, and how many events each claim's stream held when it was read. */
export interface Claiming {
  readonly stream: Id;
  readonly expected: number;
  readonly occasion: Occasion;
  readonly claimed: ReadonlyMap<Id, bigint>;
  /** One after the other: for those who lost a race. */
  readonly inTurn: boolean;
}

/** What is written for a claim, and on top of how many events. */
interface Step {
  readonly stream: Id<'claim'>;
  readonly held: bigint;
  readonly command: ClaimCommand;
}

/** Lays claims in the log, in the name of the system and on the occasion of what they are for. */
export class Claims {
  constructor(
    private readonly store: Pick<EventStore, 'append' | 'readStream'>,
    private readonly personal: Pick<PersonalData, 'fingerprint'>,
  ) {}

  /**
   * Records something once its claims are laid and it is ready for that, and gives them up when it is known that nothing was written. It
   * is made ready meanwhile.
   */
  async whileLaid<R, T>(
    claims: readonly Claim[],
    claiming: Claiming,
    { ready, record }: { readonly ready: Promise<R>; readonly record: (ready: R) => Promise<T> },
  ): Promise<T> {
    // Whoever cannot lay a claim has no use for it.
    ready.catch(() => undefined);
    const laid = await this.lay(claims, claiming);
    let isBegun = false;
    try {
      const made = await ready;
      isBegun = true;
      return await record(made);
    } catch (error) {
      const isNothingWritten = !isBegun || NOTHING_WRITTEN.some((kind) => error instanceof kind);
      if (isNothingWritten) await this.release(laid, claiming);
      throw error;
    }
  }

  /**
   * All at once, so that whoever asks waits for the log once. Of two who come at the same moment each may be left with a part; who comes
   * again lays one after the other, in the same order whoever it is, so that no two keep each other from going on. Throws WrongVersion
   * when somebody else has laid one since it was looked at: then there is more to decide on, and none of these stands.
   */
  private async lay(claims: readonly Claim[], claiming: Claiming): Promise<readonly Id<'claim'>[]> {
    const laid: Id<'claim'>[] = [];
    const lay = async (step: Step) => {
      await this.write(step, claiming);
      laid.push(step.stream);
    };
    try {
      const steps = stepsFor(claims, claiming);
      if (claiming.inTurn) for (const step of steps) await lay(step);
      else await allOf(steps.map(lay));
    } catch (error) {
      await this.release(laid, claiming);
      throw error;
    }
    return laid;
  }

  /** Gives up what was laid for something that is not recorded. What cannot be given up lapses of itself. */
  private async release(streams: readonly Id<'claim'>[], claiming: Claiming): Promise<void> {
    for (const stream of streams) await this.giveUp(stream, claiming).catch(() => undefined);
  }

  private async giveUp(stream: Id<'claim'>, claiming: Claiming): Promise<void> {
    const command: ClaimCommand = { type: 'ReleaseClaim', data: { by: claiming.stream } };
    for (let tries = 1; ; tries++) {
      const held = BigInt((await this.store.readStream(stream)).length);
      try {
        await this.write({ stream, held, command }, claiming);
        return;
      } catch (error) {
        if (!(error instanceof WrongVersion) || tries === TRIES) throw error;
      }
    }
  }

  private async write({ stream, held, command }: Step, { occasion }: Claiming): Promise<void> {
    const on: Occasion = {
      actorId: SYSTEM.actorId,
      occurredAt: occasion.occurredAt,
      commandId: uuidV5(`${stream}/${String(held)}`, commandKey(occasion)),
      correlationId: occasion.correlationId,
      source: 'system',
    };
    await this.store.append({
      stream,
      expected: held,
      occasion: on,
      commandHash: this.personal.fingerprint(commandHash(stream, command, on)),
      events: [eventOf(command)],
    });
  }
}

/** What is to be written for these claims, in the same order whoever comes. */
const stepsFor = (claims: readonly Claim[], { stream: by, expected, claimed }: Claiming): readonly Step[] => {
  const byStream = new Map(claims.map(({ key, seenBy }) => [claimId(key), seenBy]));
  return [...byStream]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([stream, seenBy]) => {
      const { territory: territoryPath, orgs } = placeOf(seenBy);
      const held = claimed.get(stream);
      if (held === undefined) throw new TypeError(`${by} lays claim to what it did not look at`);
      return { stream, held, command: { type: 'LayClaim', data: { by, expected, territoryPath, orgs: [...orgs] } } };
    });
};

/** Settles when all have. Throws the first failure then. */
const allOf = async (works: readonly Promise<void>[]): Promise<void> => {
  const failed = (await Promise.allSettled(works)).find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
};

const TYPES = { LayClaim: 'ClaimLaid', ReleaseClaim: 'ClaimReleased' } as const;

const eventOf = ({ type, data }: ClaimCommand) => ({
  type: TYPES[type],
  schemaVersion: claimEvents.facts[TYPES[type]].version,
  data: { ...data },
});
