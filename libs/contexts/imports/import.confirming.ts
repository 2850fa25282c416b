import { beforeAnswered, happened, refused, type DataOf, type Decision, type Occasion, type Refusal } from '#kernel';
import type { ImportCommand } from './import.commands.js';
import type { ImportEvent } from './import.events.js';
import type { ImportRefusal } from './import.refusals.js';
import type { ImportState } from './import.state.js';

type Said = DataOf<ImportCommand, 'ConfirmImport'>;
type Imported = Exclude<ImportState, { is: 'new' }>;

/** W2, SD4: another person of the body that took it in confirms, and says what they looked at. */
export const confirmImport = (said: Said, state: ImportState, on: Occasion): Decision<ImportEvent, ImportRefusal> => {
  if (state.is === 'new') return refused('IMPORT_ABSENT');
  const no = notTheirs(state, on) ?? otherThan(state, said) ?? beforeAnswered(on, state.act);
  return no ?? happened({ type: 'ImportConfirmed', data: { ...said, directives: [...said.directives] } });
};

const notTheirs = (state: Imported, { orgId, actorId, onBehalfOf }: Occasion): Refusal<ImportRefusal> | undefined => {
  if (state.is === 'confirmed') return refused('ALREADY_CONFIRMED');
  if (state.orgId !== orgId) return refused('NOT_THE_IMPORTER');
  return state.by === actorId || state.by === onBehalfOf ? refused('OWN_IMPORT') : undefined;
};

const otherThan = ({ original, documents }: Imported, said: Said): Refusal<ImportRefusal> | undefined => {
  if (said.documents !== documents.length) return refused('COUNT_DIFFERS', 'documents');
  return said.sha256 === original.sha256 ? undefined : refused('DIGEST_DIFFERS', 'sha256');
};
