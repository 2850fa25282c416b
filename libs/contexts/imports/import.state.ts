import type { DataOf, Owner, Stream } from '#kernel';
import { importEvents, type ImportEvent } from './import.events.js';

/** A document that was found in a notice, as it was read. */
export type FoundDocument = DataOf<ImportEvent, 'DocumentFound'>;

export type ImportState =
  | { readonly is: 'new' }
  | {
      readonly is: 'imported';
      readonly owner: Owner;
      readonly original: Pick<DataOf<ImportEvent, 'NoticeImported'>, 'sha256' | 'bytes' | 'fileName' | 'mediaType'>;
      readonly documents: readonly FoundDocument[];
    };

/** How an import is folded. It belongs to the body that took the notice in. */
export const importStream: Stream<ImportState, ImportEvent> = {
  kind: 'import',
  events: importEvents,
  initial: { is: 'new' },
  seenBy: (state) => (state.is === 'new' ? undefined : state.owner),
  evolve: {
    NoticeImported: (_, { importedBy: { orgId, territoryPath }, sha256, bytes, fileName, mediaType }) => ({
      is: 'imported',
      owner: { territory: territoryPath, orgs: [orgId] },
      original: { sha256, bytes, fileName, mediaType },
      documents: [],
    }),
    DocumentFound: (state, found) =>
      state.is === 'new' ? state : { ...state, documents: [...state.documents, found] },
  },
};
