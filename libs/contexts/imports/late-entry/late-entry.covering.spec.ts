import { actorWith, SeenStates, type Actor, type ToldLate } from '#access';
import { command, evolve, type Foldable, type Role } from '#kernel';
import { describe, expect, it } from '@jest/globals';
import { recordedLateEntries } from './late-entry.covering.js';
import type { LateEntryEvent } from './late-entry.events.js';
import { aClerk, aConfirmation, aLedger, aPaper, happenedAt, registrar, the } from './late-entry.examples.js';
import { lateEntryStream } from './late-entry.state.js';

const act = { ...aClerk, recordedAt: aClerk.occurredAt };
const fold = (events: readonly LateEntryEvent[]) =>
  events.reduce((state, event) => evolve(lateEntryStream, state, event, act), lateEntryStream.initial);
const actor = (roles: readonly Role[], of: Partial<Pick<Actor, 'actorId' | 'orgId'>> = {}): Actor =>
  actorWith({ actorId: the('person'), orgId: registrar.orgId, territory: registrar.territoryPath, roles, ...of });
const declared = (who: readonly Role[]) => command('Does something.', '做事。', { who, at: [] });

const covers = (events: readonly LateEntryEvent[], more: Partial<ToldLate> = {}) => {
  const told = {
    ...{ lateEntryId: the('lateEntry'), actor: actor(['unit']), declared: declared(['unit']) },
    ...{ stream: the('finding'), occurredAt: happenedAt, now: aClerk.occurredAt, ...more },
  };
  const source = { state: <S>(_: Foldable<S>) => Promise.resolve(fold(events) as unknown as S) };
  return recordedLateEntries.covers(told, new SeenStates(source, told.actor));
};
const paper = [aPaper(), aConfirmation];
const ledger = [aLedger(), aConfirmation];
const then = { occurredAt: '2001-06-01T00:00:00.000Z' };

describe('what a late entry covers', () => {
  it('W2: is nothing until another person confirmed it', async () => {
    expect(await covers(paper)).toBe(true);
    expect(await covers([aPaper()])).toBe(false);
  });

  it('W2: is the moments that it tells of', async () => {
    expect(await covers(paper, { occurredAt: '2022-03-20T08:00:00.001Z' })).toBe(false);
    const keeper = { actor: actor(['hq']) };
    for (const occurredAt of ['2001-01-01T00:00:00.000Z', '2001-12-31T00:00:00.000Z']) {
      expect(await covers(ledger, { ...keeper, occurredAt })).toBe(true);
    }
    for (const occurredAt of ['2000-12-31T23:59:59.999Z', '2001-12-31T00:00:00.001Z']) {
      expect(await covers(ledger, { ...keeper, occurredAt })).toBe(false);
    }
  });

  it('W2: is the thing that it is about, if it names one', async () => {
    const about = [aPaper({ about: the('finding') }), aConfirmation];
    expect(await covers(about)).toBe(true);
    expect(await covers(about, { stream: the('finding', 2) })).toBe(false);
  });

  it('W2: on paper ends 30 days after it happened', async () => {
    expect(await covers(paper, { now: '2022-04-19T08:00:00.000Z' })).toBe(true);
    expect(await covers(paper, { now: '2022-04-19T08:00:00.001Z' })).toBe(false);
  });

  it('W2: in a ledger is told by the offices, and of the directory by administrators', async () => {
    const by = (roles: readonly Role[], who: readonly Role[]) =>
      covers(ledger, { ...then, actor: actor(roles), declared: declared(who) });
    expect(await by(['supervision'], ['unit'])).toBe(true);
    expect(await by(['unit', 'commander'], ['unit'])).toBe(false);
    expect(await by(['admin'], ['admin'])).toBe(true);
    expect(await by(['admin', 'unit'], ['unit'])).toBe(false);
    expect(await by(['unit'], ['admin', 'unit'])).toBe(false);
  });

  it('W2: is acts of the body that registered it; to others it is there only as far as they see it', async () => {
    const orgId = the('organisation', 2);
    expect(await covers(paper, { actor: actor(['hq'], { orgId }) })).toBe(false);
    expect(await covers(paper, { actor: actor(['unit'], { orgId }) })).toBeUndefined();
    expect(await covers([])).toBeUndefined();
  });
});
