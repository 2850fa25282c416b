import {
  actsAsOneOf,
  barOf,
  barredBy,
  beforeAnswered,
  happened,
  refused,
  type DataOf,
  type Decision,
  type Occasion,
  type Refusal,
} from '#kernel';
import type { ImportCommand } from './import.commands.js';
import type { ImportEvent } from './import.events.js';
import type { ImportRefusal } from './import.refusals.js';
import type { ImportState } from './import.state.js';

type Said = DataOf<ImportCommand, 'ConfirmImport'>;
type Imported = Exclude<ImportState, { is: 'new' }>;

/** W2, SD4: another person of the body that took it in confirms, and says what they looked at. */
export const confirmImport = (said: Said, state: ImportState, on: Occasion): Decision<ImportEvent, ImportRefusal> => {
  if (state.is === 'new') return refused('IMPORT_ABSENT');
  const no = otherThan(state, said) ?? beforeAnswered(on, state.act);
  return no ?? happened({ type: 'ImportConfirmed', data: { ...said, directives: [...said.directives] } });
};

const bar = barOf<ImportState, ImportRefusal>();

/** SD4: what stands in the way of a confirmation, whatever was looked at. */
export const importBars = {
  ConfirmImport: barredBy<ImportState, ImportRefusal>(
    bar('stage', { en: 'until it is confirmed', zh: '未确认' }, ({ is }) =>
      is === 'confirmed' ? 'ALREADY_CONFIRMED' : undefined,
    ),
    bar('relation', { en: 'of the body that took it in', zh: '导入机构' }, (state, { orgId }) =>
      state.orgId === orgId ? undefined : 'NOT_THE_IMPORTER',
    ),
    bar('recusal', { en: 'SD4: not who took it in', zh: 'SD4：非导入人' }, ({ party }, on) =>
      actsAsOneOf(on, party) ? 'OWN_IMPORT' : undefined,
    ),
  ),
};

const otherThan = ({ original, documents }: Imported, said: Said): Refusal<ImportRefusal> | undefined => {
  if (said.documents !== documents.length) return refused('COUNT_DIFFERS', 'documents');
  return said.sha256 === original.sha256 ? undefined : refused('DIGEST_DIFFERS', 'sha256');
};
