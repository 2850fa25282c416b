import { SYSTEM } from '#access';
import { evidence, evidenceStream, type EvidenceCommand, type StoredEvidence } from '#contexts/evidence';
import type { Id } from '#kernel';
import { Decide, LogFacts } from '#platform/decide';
import { uuidV5, type EventStore } from '#platform/event-store';
import { lookAtKept, type EvidenceStore, type KeptAs } from '#platform/evidence-files';
import type { Log } from '#platform/telemetry';
import type { CommandBus } from '@nestjs/cqrs';

interface Parts {
  readonly events: Pick<EventStore, 'readStream'>;
  readonly store: EvidenceStore;
  readonly bus: CommandBus;
  readonly log: Log;
}

const CHECKS = '5a1f6b0e-3c57-4d0e-9a54-51fa46000015';

/** What has to be recorded of a file that was found like this; undefined where it is known. */
const dueOf = ({ is }: StoredEvidence, found: KeptAs): EvidenceCommand | undefined => {
  if (found === 'whole') return is === 'quarantined' ? { type: 'RestoreEvidence', data: {} } : undefined;
  return is === 'stored' ? { type: 'QuarantineEvidence', data: { flaw: found } } : undefined;
};

/** Compares kept files with what they were when they were kept, and records what is otherwise (X1). What was discarded goes. */
export class EvidenceCheck {
  constructor(private readonly parts: Parts) {}

  /** Looks at one file; says how it was found and how long it is. Undefined where there is nothing to look at. */
  async look(id: Id<'evidence'>): Promise<{ readonly found: KeptAs; readonly bytes: number } | undefined> {
    const { events, store, log } = this.parts;
    const history = await events.readStream(id);
    const state = new LogFacts(events).fold(evidenceStream, id, history);
    if (state.is === 'new') return undefined;
    if (state.is === 'discarded') {
      // Recorded first: what the log says is there, is there.
      await store.remove(state.address);
      return undefined;
    }
    const found = await lookAtKept(store, state.address);
    const due = dueOf(state, found);
    if (due) {
      log.warn({ evidence: id, found }, 'evidence was found otherwise than it is recorded 证据材料校验结果有变');
      if (found === 'altered') await store.setAside(state.address);
      await this.record(id, due, history.length);
    }
    return { found, bytes: state.bytes };
  }

  /** Whoever finds the same at the same moment asks for the same. */
  private async record(id: Id<'evidence'>, command: EvidenceCommand, revision: number): Promise<void> {
    const commandId = uuidV5([id, command.type, String(revision)].join(' '), CHECKS);
    const { actorId, orgId } = SYSTEM;
    const occasion = { actorId, orgId, commandId, correlationId: commandId, source: 'system' } as const;
    await this.parts.bus.execute(new Decide(evidence, id, command, { actor: SYSTEM, occasion }));
  }
}
