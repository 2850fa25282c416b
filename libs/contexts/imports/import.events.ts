import { anId, aTerritoryPath, eventsOf, fact, shapeOf, type EventOf } from '#kernel';
import { z } from 'zod';
import { documentFields } from './document.parts.js';

/** Every fact that an `import-…` stream can hold: the bytes once, and each document that was found in them. */
export const importEvents = eventsOf('import', {
  NoticeImported: fact('Notice imported', '公文已导入', {
    text: z.string().min(1),
    fileName: z.string().min(1),
    mediaType: z.string().min(1),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    bytes: z.int().min(1),
    documents: z.int().min(1),
    importedBy: z.strictObject({ orgId: anId('organisation'), territoryPath: aTerritoryPath() }),
  }),
  /** Until then nothing that was made of it counts. */
  ImportConfirmed: fact('Import confirmed', '导入已确认', {
    documents: z.int().min(1),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    /** What the body makes of its documents, one of each, whether it was made by then or not. */
    directives: z.array(anId('directive')).min(1),
  }),
  DocumentFound: fact('Document found', '已识别文件', shapeOf(documentFields)),
});

export type ImportEvent = EventOf<typeof importEvents>;
