import { idOf, pathBelow, type DataOf, type Id, type Occasion } from '#kernel';
import type { LateEntryCommand } from './late-entry.commands.js';
import type { LateEntryEvent } from './late-entry.events.js';

const uuid = (n: number) => `00000000-0000-4000-8000-00000000000${String(n)}`;
type Data<T extends LateEntryCommand['type']> = DataOf<LateEntryCommand, T>;

export const the = <K extends string>(kind: K, n = 1): Id<K> => idOf(kind, uuid(n));
export const registrar = { orgId: the('organisation'), territoryPath: pathBelow('', the('territory')) };
/** Persons 1 and 2 are of the body; person 3 took the paper. */
export const aClerk: Occasion = {
  actorId: the('person'),
  orgId: registrar.orgId,
  occurredAt: '2022-03-31T10:00:00.000Z',
  commandId: uuid(8),
  correlationId: uuid(8),
  source: 'web',
};
export const another = { actorId: the('person', 2) };

const paper = { number: 'ZB-7', what: 'Ordered by telephone', reason: 'The line was down' };
const ledger = { photoSha256: 'a'.repeat(64), what: 'Register of 2001', reason: 'Kept by hand then' };
export const happenedAt = '2022-03-20T08:00:00.000Z';

export const registering = (data: Partial<Data<'RegisterLateEntry'>> = {}): LateEntryCommand => ({
  type: 'RegisterLateEntry',
  data: { ...paper, takenBy: the('person', 3), happenedAt, ...data },
});
export const listing = (data: Partial<Data<'RegisterLedger'>> = {}): LateEntryCommand => ({
  type: 'RegisterLedger',
  data: {
    ...ledger,
    ...{ happenedFrom: '2001-01-01T00:00:00.000Z', happenedTo: '2001-12-31T00:00:00.000Z', count: 2, ...data },
  },
});
export const confirming = (data: Partial<Data<'ConfirmLateEntry'>> = {}): LateEntryCommand => ({
  type: 'ConfirmLateEntry',
  data: { number: 'ZB-7', count: 1, ...data },
});

export const aPaper = (data: Partial<DataOf<LateEntryEvent, 'LateEntryRegistered'>> = {}): LateEntryEvent => ({
  type: 'LateEntryRegistered',
  data: {
    ...{ kind: 'paper', ...paper, takenBy: the('person', 3), happenedFrom: happenedAt, happenedTo: happenedAt },
    ...{ count: 1, registeredBy: registrar, ...data },
  },
});
export const aLedger = (data: Partial<DataOf<LateEntryEvent, 'LateEntryRegistered'>> = {}): LateEntryEvent => ({
  type: 'LateEntryRegistered',
  data: {
    ...{ kind: 'ledger', ...ledger, happenedFrom: '2001-01-01T00:00:00.000Z' },
    ...{ happenedTo: '2001-12-31T00:00:00.000Z', count: 2, registeredBy: registrar, ...data },
  },
});
export const aConfirmation: LateEntryEvent = { type: 'LateEntryConfirmed', data: { number: 'ZB-7', count: 1 } };
export const aRefusal: LateEntryEvent = { type: 'LateEntryRefused', data: { reason: 'Nobody knows it' } };
export const using = (act: string): LateEntryCommand => ({
  type: 'UseLateEntry',
  data: { act, told: the('finding') },
});
export const aUse = (act: string): LateEntryEvent => ({ type: 'LateEntryUsed', data: { act, told: the('finding') } });
