import { SYSTEM } from '#access';
import type { Claim, Id, Occasion } from '#kernel';
import { claimEvents, claimId, placeOf, type ClaimCommand } from '#platform/claims';
import {
  CommandReused,
  commandHash,
  commandKey,
  EventTooLarge,
  uuidV5,
  WrongVersion,
  type EventStore,
} from '#platform/event-store';
import type { PersonalData } from '#platform/personal-data';

const NOTHING_WRITTEN = [WrongVersion, CommandReused, EventTooLarge] as const;

/** For what claims are laid: what this command is about to record, and how many events each claim's stream held when it was read. */
export interface Claiming {
  readonly stream: Id;
  readonly expected: number;
  readonly occasion: Occasion;
  readonly claimed: ReadonlyMap<Id, bigint>;
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

  /** Records something once its claims are laid, and gives them up when it is known that nothing was written. */
  async whileLaid<T>(claims: readonly Claim[], claiming: Claiming, record: () => Promise<T>): Promise<T> {
    const laid = await this.lay(claims, claiming);
    try {
      return await record();
    } catch (error) {
      if (NOTHING_WRITTEN.some((kind) => error instanceof kind)) await this.release(laid, claiming);
      throw error;
    }
  }

  /**
   * One after the other, in the same order whoever comes, so that no two keep each other from going on. Throws WrongVersion when
   * somebody else has laid one since it was looked at: then there is more to decide on, and none of these stands.
   */
  private async lay(claims: readonly Claim[], claiming: Claiming): Promise<readonly Id<'claim'>[]> {
    const laid: Id<'claim'>[] = [];
    const byStream = new Map(claims.map(({ key, seenBy }) => [claimId(key), seenBy]));
    for (const [stream, seenBy] of [...byStream].sort(([one], [other]) => (one < other ? -1 : 1))) {
      const { stream: by, expected, claimed } = claiming;
      const { territory: territoryPath, orgs } = placeOf(seenBy);
      const held = claimed.get(stream);
      if (held === undefined) throw new TypeError(`${by} lays claim to what it did not look at`);
      try {
        const data = { by, expected, territoryPath, orgs: [...orgs] };
        await this.write({ stream, held, command: { type: 'LayClaim', data } }, claiming);
      } catch (error) {
        await this.release(laid, claiming);
        throw error;
      }
      laid.push(stream);
    }
    return laid;
  }

  /** Gives up what was laid for something that is not recorded. What is left because others came in between lapses of itself. */
  private async release(streams: readonly Id<'claim'>[], claiming: Claiming): Promise<void> {
    for (const stream of streams) {
      const held = BigInt((await this.store.readStream(stream)).length);
      const command: ClaimCommand = { type: 'ReleaseClaim', data: { by: claiming.stream } };
      await this.write({ stream, held, command }, claiming).catch(() => undefined);
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

const TYPES = { LayClaim: 'ClaimLaid', ReleaseClaim: 'ClaimReleased' } as const;

const eventOf = ({ type, data }: ClaimCommand) => ({
  type: TYPES[type],
  schemaVersion: claimEvents.facts[TYPES[type]].version,
  data: { ...data },
});
