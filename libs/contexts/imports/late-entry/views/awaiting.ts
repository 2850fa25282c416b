import { hasOneOf, type Actor } from '#access';
import { doersOf } from '#kernel';
import type { Way } from '#platform/views';
import { lateEntryCommands } from '../late-entry.commands.js';
import type { LateEntryCard } from './late-entry.view.js';

const { ConfirmLateEntry } = lateEntryCommands.declared;

/** SD4: what somebody else of the own body registered and took, until it is decided on. */
export const lateEntriesAwaiting = (viewer: Actor): readonly Way<LateEntryCard>[] =>
  hasOneOf(viewer, ConfirmLateEntry.who)
    ? [{ where: { status: 'registered', orgId: viewer.orgId }, unless: [{ party: doersOf(viewer) }] }]
    : [];
