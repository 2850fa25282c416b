import { organisationStream } from '#contexts/parties';
import { happened, refused, type Decider, type Id, type Owner } from '#kernel';
import { readFile } from '#text';
import { importCommands, MAX_NOTICE_BYTES, type ImportCommand } from './import.commands.js';
import type { ImportEvent } from './import.events.js';
import { fit, found } from './found.js';
import { confirmImport, importBars } from './import.confirming.js';
import { IMPORT_REFUSALS, type ImportRefusal } from './import.refusals.js';
import { importStream, type ImportState } from './import.state.js';

/** The body in whose name a notice is taken in, while it is registered. */
export interface Importer {
  readonly orgId: Id<'organisation'>;
  readonly territoryPath: string;
}

interface Facts {
  readonly ImportNotice: Importer | undefined;
}

const ownerOf = (importer: Importer | undefined): Owner => ({
  territory: importer?.territoryPath ?? '',
  orgs: importer ? [importer.orgId] : [],
});

export const notice: Decider<ImportState, ImportCommand, ImportEvent, ImportRefusal, Facts> = {
  ...importStream,
  commands: importCommands,
  refusals: IMPORT_REFUSALS,
  facts: {
    ImportNotice: async (read, _, __, { orgId }) => {
      if (!orgId) return undefined;
      const body = await read.state(organisationStream, orgId);
      return body.is === 'active' ? { orgId, territoryPath: body.territoryPath } : undefined;
    },
  },
  owner: (state, { facts }) => (state.is === 'new' ? ownerOf(facts) : state.owner),
  bars: importBars,

  decide: {
    ImportNotice: ({ text, fileName, sha256, bytes }, state, _, importer) => {
      // The id follows from the body and the bytes: whoever sends them again is answered with the first import.
      if (state.is !== 'new') return happened();
      if (!importer) return refused('IMPORTER_UNKNOWN');
      if (bytes > MAX_NOTICE_BYTES) return refused('NOTICE_TOO_LONG', 'text');
      const documents = readFile(text).map(found);
      if (documents.length === 0) return refused('NOTICE_EMPTY', 'text');
      if (!fit(documents)) return refused('NOTICE_TOO_TANGLED', 'text');
      const original = { text, fileName, mediaType: 'text/plain; charset=utf-8', sha256, bytes };
      return happened<ImportEvent>(
        { type: 'NoticeImported', data: { ...original, documents: documents.length, importedBy: importer } },
        ...documents.map((data) => ({ type: 'DocumentFound' as const, data })),
      );
    },
    ConfirmImport: confirmImport,
  },
};
