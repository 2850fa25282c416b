import {
  anId,
  aTerritoryPath,
  count,
  instant,
  kept,
  named,
  optional,
  ownId,
  pointer,
  ref,
  rowOf,
  sealed,
  text,
  viewOf,
  word,
  type PartData,
} from '#kernel';
import { z } from 'zod';
import { lateEntryEvents } from '../late-entry.events.js';
import { LATE_ENTRY_KINDS, LATE_ENTRY_STATUSES } from '../late-entry.words.js';

export const lateEntryRow = rowOf('LateEntry', 'What was registered to be told late.', '补录登记。', {
  id: ownId('Its id.', '编号。'),
  kind: word(LATE_ENTRY_KINDS, 'What it was found on.', '依据类型。'),
  status: word(LATE_ENTRY_STATUSES, 'Where it stands.', '状态。'),
  number: optional(text(100, 'The number that it bears.', '编号。')),
  photoSha256: optional(text(64, 'SHA-256 of its photo.', '照片 SHA-256。')),
  what: sealed(text(4000, 'What it says.', '内容。')),
  reason: sealed(text(1000, 'Why it is entered only then.', '补录事由。')),
  takenBy: optional(pointer('Who took it.', '记录人。')),
  happenedFrom: instant('When the first of its acts happened.', '所载事项起始时间。'),
  happenedTo: instant('When the last of them happened.', '所载事项截止时间。'),
  holds: count('How many acts it holds.', '条数。'),
  told: count('How many of them are told.', '已补录条数。'),
  about: optional(pointer('The one thing that its acts are about.', '所涉事项。')),
  body: pointer('The body that registered it.', '登记机构。'),
  registeredAt: instant('When the log took it.', '登记的记录时间。'),
  registeredBy: pointer('Who registered it.', '登记人。'),
  decidedAt: optional(instant('When it was confirmed or refused.', '确认或不予确认的时间。')),
  decidedBy: optional(pointer('Who confirmed or refused it.', '确认或不予确认人。')),
  refusal: optional(sealed(text(1000, 'Why it was refused.', '不予确认的理由。'))),
  territoryPath: kept(aTerritoryPath()),
  orgId: kept(anId('organisation')),
  /** Who registered it, in whose name, and who took it: they do not confirm it (SD4). */
  party: kept(z.array(z.string())),
});

export type LateEntryCard = PartData<typeof lateEntryRow>;

/** A late entry belongs to the body that registered it. */
export const lateEntryCard = viewOf<LateEntryCard, typeof lateEntryEvents>({
  name: 'late_entry',
  version: 2,
  of: lateEntryEvents,
  key: (_, { stream }) => stream,
  owner: ({ territoryPath, orgId }) => ({ territory: territoryPath, orgs: [orgId] }),
  subject: { label: ({ number, photoSha256 }) => named(number ?? photoSha256 ?? '') },
  indexes: ['status', 'happenedFrom', 'registeredAt', 'orgId'],
  lists: ['party'],
  searched: ['number'],
  on: {
    LateEntryRegistered: (
      _,
      { count: holds, takenBy, about, registeredBy: { orgId, territoryPath }, ...entry },
      { stream, recordedAt, actorId, onBehalfOf },
    ) => ({
      id: stream,
      status: 'registered',
      ...entry,
      ...(takenBy && { takenBy: ref(takenBy) }),
      ...(about && { about: ref(about) }),
      ...{ holds, told: 0, body: ref(orgId), orgId, territoryPath },
      registeredAt: recordedAt,
      registeredBy: ref(actorId),
      party: [actorId, onBehalfOf, takenBy].filter((one) => one !== undefined),
    }),
    LateEntryConfirmed: (row, _, { recordedAt: decidedAt, actorId }) =>
      row && { ...row, status: 'confirmed', decidedAt, decidedBy: ref(actorId) },
    LateEntryRefused: (row, { reason: refusal }, { recordedAt: decidedAt, actorId }) =>
      row && { ...row, status: 'refused', refusal, decidedAt, decidedBy: ref(actorId) },
    LateEntryUsed: (row) => row && { ...row, told: row.told + 1 },
  },
});
