import { hasOneOf, type Actor } from '#access';
import { doersOf } from '#kernel';
import type { Way } from '#platform/views';
import { importCommands } from '../import.commands.js';
import type { ImportCard } from './import-card.view.js';

const { ConfirmImport } = importCommands.declared;

/** SD4: what somebody else of the own body took in, until it is confirmed. */
export const importsAwaiting = (viewer: Actor): readonly Way<ImportCard>[] =>
  hasOneOf(viewer, ConfirmImport.who)
    ? [{ where: { confirmed: false, orgId: viewer.orgId }, unless: [{ party: doersOf(viewer) }] }]
    : [];
