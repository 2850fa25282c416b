import { actorWith, type Actor } from '#access';
import { evolve, idOf } from '#kernel';
import { actOf, aLog } from '#kernel/testing';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { STREAMS_OF_ALL } from '../../apps/api/contexts.js';
import { lateEntry } from '../../libs/contexts/imports/late-entry/late-entry.decider.js';
import type { LateEntryEvent } from '../../libs/contexts/imports/late-entry/late-entry.events.js';
import type { LateEntryState } from '../../libs/contexts/imports/late-entry/late-entry.state.js';
import {
  aClerk,
  aConfirmation,
  another,
  aPaper,
  aRefusal,
  confirming,
  registrar,
  the,
} from '../../libs/contexts/imports/late-entry/late-entry.examples.js';
import { expectBarred } from '../support/barred.js';
import { compared, type Compared } from '../support/possible.js';
import { ROLES_OF_PEOPLE } from '../support/roles-of-people.js';

const after = (...past: readonly LateEntryEvent[]) =>
  past.reduce<LateEntryState>((state, event) => evolve(lateEntry, state, event, actOf(aClerk)), lateEntry.initial);
const states = [after(aPaper()), after(aPaper(), aConfirmation), after(aPaper(), aRefusal)];

const elsewhere = idOf('organisation', '00000000-0000-4000-8000-000000000077');
const people = [
  { actorId: the('person'), orgId: registrar.orgId },
  { ...another, orgId: registrar.orgId, onBehalfOf: the('person') },
  { actorId: the('person', 9), orgId: registrar.orgId },
  { actorId: the('person', 8), orgId: elsewhere },
];
const actors: readonly Actor[] = people.flatMap((who) =>
  ROLES_OF_PEOPLE.map((role) => actorWith({ ...who, territory: registrar.territoryPath, roles: [role] })),
);
const SAID: Readonly<Record<string, readonly unknown[]>> = {
  ConfirmLateEntry: [confirming().data, { ...Object(confirming().data), count: 9 }],
  RefuseLateEntry: [{ reason: 'Nobody knows it' }, {}],
};

describe('what everybody may do with a late entry', () => {
  let found: Compared;
  beforeAll(async () => {
    const scene = { decider: lateEntry, stream: the('lateEntry'), states, world: aLog({}), streams: STREAMS_OF_ALL };
    const said = (type: string) => SAID[type] ?? [];
    found = await compared({ ...scene, actors, said, now: '2022-03-31T12:00:00.000Z' });
  });

  it('is what each command answers, whatever is said', () => {
    expect(found.breaches).toEqual([]);
  });

  it('is barred from each command by each of its own bars', () => {
    expectBarred('lateEntry', [found]);
  });

  it('is yes for every command of people, and no for every reason that a bar gives', () => {
    expect(found.yes).toEqual(new Set(Object.keys(SAID)));
    expect(found.accepted).toEqual(found.yes);
    expect([...found.no].sort()).toEqual([
      ...['ALREADY_DECIDED', 'LATE_ENTRY_ABSENT', 'NOT_FOUND', 'OWN_LATE_ENTRY', 'ROLE_MAY_NOT'],
    ]);
  });
});
