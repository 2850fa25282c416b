import { answered, doersOf, type Act, type Answered, type DataOf, type Id, type Owner, type Stream } from '#kernel';
import { importEvents, type ImportEvent } from './import.events.js';

/** A document that was found in a notice, as it was read. */
export type FoundDocument = DataOf<ImportEvent, 'DocumentFound'>;

interface Imported {
  readonly owner: Owner;
  /** The body that took it in. */
  readonly orgId: Id<'organisation'>;
  readonly original: Pick<DataOf<ImportEvent, 'NoticeImported'>, 'sha256' | 'bytes' | 'fileName' | 'mediaType'>;
  readonly documents: readonly FoundDocument[];
  /** Who took it in, and in whose name. */
  readonly party: readonly Act['actorId'][];
  /** The act that the confirmation answers (W1). */
  readonly act: Answered;
}

/** `confirmed`: somebody else of that body looked at it, and what was made of it counts. */
export type ImportState = { readonly is: 'new' } | ({ readonly is: 'imported' | 'confirmed' } & Imported);

/** How an import is folded. It belongs to the body that took the notice in. */
export const importStream: Stream<ImportState, ImportEvent> = {
  kind: 'import',
  events: importEvents,
  initial: { is: 'new' },
  seenBy: (state) => (state.is === 'new' ? undefined : state.owner),
  evolve: {
    NoticeImported: (_, { importedBy: { orgId, territoryPath }, sha256, bytes, fileName, mediaType }, act) => ({
      is: 'imported',
      ...{ orgId, owner: { territory: territoryPath, orgs: [orgId] } },
      original: { sha256, bytes, fileName, mediaType },
      documents: [],
      party: doersOf(act),
      act: answered(importEvents.facts.NoticeImported.title, act),
    }),
    ImportConfirmed: (state) => (state.is === 'new' ? state : { ...state, is: 'confirmed' }),
    DocumentFound: (state, found) =>
      state.is === 'new' ? state : { ...state, documents: [...state.documents, found] },
  },
};
