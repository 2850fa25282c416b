import { join } from 'node:path';
import { EVENT_STORE, type EventStore } from '#platform/event-store';
import { DirectoryStore, Staging, type EvidenceStore } from '#platform/evidence-files';
import type { KeyStore } from '#platform/personal-data';
import { LOG, type Log } from '#platform/telemetry';
import type { Provider } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { Settings } from '../config.js';
import { KEY_STORE } from '../connections.js';
import { EvidenceCheck } from './evidence-check.js';
import { EvidenceWatch } from './evidence-watch.js';
import { EvidenceReader } from './evidence-reader.js';
import { EvidenceDesk, evidenceOf, type Sender } from './evidence-desk.js';

export const EVIDENCE_STORE = Symbol('EvidenceStore');
export const STAGING = Symbol('Staging');

const folderOf = (dataDir: string, name: string): string => join(dataDir, 'evidence', name);

/** Opens the store that the settings name. */
export const openEvidenceStore = async (
  { dataDir, evidenceStore }: Pick<Settings, 'dataDir' | 'evidenceStore'>,
  how?: { readonly passing: boolean },
): Promise<EvidenceStore> => {
  if (!evidenceStore) return DirectoryStore.open(folderOf(dataDir, 'files'), how);
  // Read where it is asked for only: whoever keeps files in a folder starts without it.
  const { S3Store } = await import('#platform/evidence-s3');
  return new S3Store(evidenceStore);
};

/** What takes files in and keeps them. */
export const evidenceProviders = (settings: Pick<Settings, 'dataDir' | 'evidenceStore'>): Provider[] => [
  { provide: EVIDENCE_STORE, useFactory: () => openEvidenceStore(settings) },
  {
    provide: STAGING,
    inject: [KEY_STORE],
    useFactory: (keys: KeyStore) =>
      Staging.open<Sender>(
        folderOf(settings.dataDir, 'uploads'),
        async (uuid) => (await keys.keyFor(evidenceOf(uuid))).key,
      ),
  },
  {
    provide: EvidenceDesk,
    inject: [STAGING, EVIDENCE_STORE, KEY_STORE, EVENT_STORE, CommandBus],
    useFactory: (...parts: [Staging<Sender>, EvidenceStore, KeyStore, EventStore, CommandBus]) => {
      const [staging, store, keys, events, bus] = parts;
      return new EvidenceDesk({ staging, store, keys, events, bus });
    },
  },
  {
    provide: EvidenceCheck,
    inject: [EVENT_STORE, EVIDENCE_STORE, CommandBus, LOG],
    useFactory: (events: EventStore, store: EvidenceStore, bus: CommandBus, log: Log) =>
      new EvidenceCheck({ events, store, bus, log }),
  },
  {
    provide: EvidenceReader,
    inject: [EVENT_STORE, EVIDENCE_STORE, KEY_STORE, EvidenceCheck],
    useFactory: (events: EventStore, store: EvidenceStore, keys: KeyStore, check: EvidenceCheck) =>
      new EvidenceReader({ events, store, keys, check }),
  },
  EvidenceWatch,
];
