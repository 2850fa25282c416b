import type { Actor } from '#access';
import { evidence, evidenceStream, type EvidenceEvent, type EvidenceState } from '#contexts/evidence';
import { idOf, type DataOf, type Id, type SentOccasion, type Text } from '#kernel';
import { Decide, LogFacts } from '#platform/decide';
import type { EventStore } from '#platform/event-store';
import {
  FILE_FAULTS,
  keepUpload,
  type EvidenceStore,
  type FileFault,
  type Kept,
  type Staging,
} from '#platform/evidence-files';
import type { KeyStore } from '#platform/personal-data';
import type { CommandBus } from '@nestjs/cqrs';

/** Whose an upload is, and what they call the file. */
export interface Sender {
  readonly actor: Actor;
  readonly name?: string | undefined;
}

/** What became of an upload that is whole. */
export type Finished =
  | { readonly id: Id<'evidence'>; readonly position: string }
  | { readonly code: string; readonly text: Text; readonly isOfTheFile: boolean };

interface Parts {
  readonly staging: Staging<Sender>;
  readonly store: EvidenceStore;
  readonly keys: KeyStore;
  readonly events: Pick<EventStore, 'readStream'>;
  readonly bus: CommandBus;
}

/** Unfinished uploads that one person may have. */
const MOST_UPLOADS = 20;
/** An upload that is not whole by then is given up. */
export const UPLOAD_LASTS_MS = 24 * 60 * 60_000;
/** No is the end of it where the rules say so, not where something was in the way. */
const FINAL = ['ROLE_MAY_NOT', 'NOT_FOUND', 'NOT_IN_POST', 'EVIDENCE_STORED_ALREADY', 'EVIDENCE_DISCARDED'];

export const evidenceOf = (uuid: string): Id<'evidence'> => idOf('evidence', uuid);

const occasionOf = (uuid: string, { actorId, orgId, postId, territoryId }: Actor): SentOccasion => ({
  ...{ actorId, orgId, commandId: uuid, correlationId: uuid, source: 'web' },
  ...(postId && { postId }),
  ...(territoryId && { territoryId }),
});

const storedAs = (
  { claims, ...kept }: Kept,
  keyId: string,
  name: string | undefined,
): DataOf<EvidenceEvent, 'EvidenceStored'> => ({
  ...kept,
  keyId,
  ...claims,
  ...(name !== undefined && { name }),
});

/** Takes files in: from the first byte on its way to the event that says that it is kept. */
export class EvidenceDesk {
  readonly #finishing = new Map<string, Promise<Finished | undefined>>();

  constructor(private readonly parts: Parts) {}

  /** Begins an upload under a name of ours; false where somebody has too many. */
  async begin(uuid: string, size: number, sender: Sender, now: Date): Promise<boolean> {
    const all = await this.parts.staging.all();
    const own = all.filter(({ about }) => about.actor.actorId === sender.actor.actorId);
    if (own.length >= MOST_UPLOADS) return false;
    await this.parts.staging.begin(uuid, { size, begunAt: now.toISOString(), about: sender });
    return true;
  }

  /** What is known of a file by the log itself. */
  state(id: Id<'evidence'>): Promise<EvidenceState> {
    return new LogFacts(this.parts.events).state(evidenceStream, id);
  }

  /** Keeps an upload that is whole and records it; the same however often it is asked for. Undefined where there is none. */
  finish(uuid: string): Promise<Finished | undefined> {
    const finishing = this.#finishing.get(uuid) ?? this.keep(uuid).finally(() => this.#finishing.delete(uuid));
    this.#finishing.set(uuid, finishing);
    return finishing;
  }

  /** Finishes what a stop came between, and gives up what will not be whole any more. */
  async sweep(now: Date): Promise<void> {
    for (const { uuid, size, offset, begunAt } of await this.parts.staging.all()) {
      if (offset === size) await this.finish(uuid);
      else if (now.getTime() - Date.parse(begunAt) > UPLOAD_LASTS_MS) await this.parts.staging.end(uuid);
    }
  }

  private async keep(uuid: string): Promise<Finished | undefined> {
    const { staging, keys } = this.parts;
    const staged = await staging.find(uuid);
    if (!staged) return this.finished(uuid);
    if (staged.offset !== staged.size) return undefined;
    const id = evidenceOf(uuid);
    const key = await keys.keyFor(id);
    const kept = await keepUpload(this.parts, uuid, { id, key: key.key });
    if ('fault' in kept) {
      await staging.end(uuid);
      return { code: kept.fault, text: textOf(kept.fault), isOfTheFile: true };
    }
    return this.record(uuid, storedAs(kept, key.id, staged.about.name), staged.about.actor);
  }

  /** One that was recorded before, for whoever never heard so. */
  private async finished(uuid: string): Promise<Finished | undefined> {
    const id = evidenceOf(uuid);
    const log = new LogFacts(this.parts.events);
    const { is } = await log.state(evidenceStream, id);
    return is === 'new' ? undefined : { id, position: String(log.seen ?? '') };
  }

  private async record(uuid: string, data: DataOf<EvidenceEvent, 'EvidenceStored'>, actor: Actor): Promise<Finished> {
    const { staging, store, bus } = this.parts;
    const as = { actor, occasion: occasionOf(uuid, actor) };
    const id = evidenceOf(uuid);
    const outcome = await bus.execute(new Decide(evidence, id, { type: 'StoreEvidence', data }, as));
    if (outcome.recorded) {
      await staging.end(uuid);
      return { id, position: outcome.position };
    }
    const { code, message: text } = outcome;
    if (FINAL.includes(code)) {
      // Nothing in the log names the file then.
      if ((await this.state(id)).is === 'new') await store.remove(data.address);
      await staging.end(uuid);
    }
    return { code, text, isOfTheFile: false };
  }
}

const textOf = (fault: FileFault): Text => FILE_FAULTS[fault];
