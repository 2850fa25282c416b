import { randomUUID } from 'node:crypto';
import { actorWith, type Actor } from '#access';
import { meeting } from '#contexts/directives';
import { organisation, territory } from '#contexts/parties';
import { idOf, pathBelow, type Id } from '#kernel';
import { claim } from '#platform/claims';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { codeOf, Gate, othersIn, person } from '../support/two-at-once.js';

const city = idOf('territory', '00000000-0000-4000-8000-000000000001');
const elsewhere = idOf('territory', '00000000-0000-4000-8000-000000000002');
const hq = idOf('organisation', '00000000-0000-4000-8000-000000000011');
const otherHq = idOf('organisation', '00000000-0000-4000-8000-000000000012');
const admin = person(0, '', ['admin']);
const clerk = (n: number, orgId = hq, place = city): Actor =>
  actorWith({ actorId: person(n, '', []).actorId, orgId, territory: pathBelow('', place), roles: ['hq'] });
const [one, two, stranger] = [clerk(1), clerk(2), clerk(3, otherHq, elsewhere)];

describe('F8: two who register the same meeting', () => {
  let gate: Gate;

  const register = (actor: Actor, more: object = {}) =>
    gate.ask(actor, meeting, `meeting-${randomUUID()}`, {
      type: 'RegisterMeeting',
      data: {
        ...{ title: 'Continuation meeting', heldBy: 'HQ of City Q', form: 'video', kinds: ['continuation'] },
        ...{ heldOn: { year: 2022, month: 3, day: 12 }, venues: [], roles: [], undisclosedItems: false, ...more },
      },
    });
  const registered = async (more: object = {}): Promise<Id> => {
    const outcome = await register(one, more);
    if (!outcome.recorded) throw new Error(`it was expected to be registered: ${outcome.code}`);
    return outcome.id;
  };

  beforeEach(async () => {
    gate = new Gate([territory, organisation, meeting, claim]);
    for (const [place, body] of [
      [city, hq],
      [elsewhere, otherHq],
    ] as const) {
      const data = { name: 'City', level: 'city', validFrom: '2000-01-01T00:00:00.000Z' };
      await gate.ask(admin, territory, place, { type: 'AddTerritory', data });
      const is = { name: 'HQ', orgKind: 'headquarters', territoryId: place, temporary: false };
      await gate.ask(admin, organisation, body, { type: 'CreateOrganisation', data: is });
    }
  });

  it('F8: at the same moment: one is registered, and the other is told of it', async () => {
    const outcomes = await gate.atOnce(
      () => register(one),
      () => register(two, { heldById: hq }),
    );
    expect(outcomes.map(codeOf).sort()).toEqual(['POSSIBLE_DUPLICATE', 'recorded']);
    const [first, second] = outcomes.sort((outcome) => (outcome.recorded ? -1 : 1));
    if (!first?.recorded || !second) throw new Error('one of each was expected');
    expect(othersIn(second)).toEqual([first.id]);
  });

  it('F8: is registered once the other is named, or on another day', async () => {
    const first = await registered({ heldById: hq });
    expect(othersIn(await register(two, { heldBy: 'The headquarters', heldById: hq }))).toEqual([first]);
    expect(codeOf(await register(two, { heldOn: { year: 2022, month: 3, day: 13 } }))).toBe('recorded');
    expect(codeOf(await register(two, { notDuplicateOf: [first] }))).toBe('recorded');
  });

  it('F8: of a meeting that they may not see nobody is told, nor can they name it', async () => {
    const first = await registered();
    expect(codeOf(await register(stranger))).toBe('recorded');
    expect(codeOf(await register(stranger, { title: 'Another', notDuplicateOf: [first] }))).toBe('NOT_FOUND');
  });
});
