import { SeenStates } from '#access';
import { anyId, type Id, type Message, type Occasion, type StateReader } from '#kernel';
import { aHappening, aLog, keepsTheLaws, specification, valuesOf } from '#kernel/testing';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { organisation } from '../organisation/organisation.decider.js';
import {
  anAdmin,
  anAppointment,
  anOrganisation,
  aPerson,
  aPost,
  aTerritory,
  cityPath,
  countyPath,
  the,
} from '../parties.examples.js';
import { territory } from '../territory/territory.decider.js';
import { beganBefore } from './beginning.rules.js';
import { beginning } from './beginning.decider.js';
import { appointmentsAreNoted, bodiesAreNoted } from './beginning.policy.js';
import { beginningOf, readDependants } from './beginning.state.js';

const [body, place, who, other] = [
  the('organisation', 5),
  the('territory', 1),
  the('person', 1),
  the('person', 2),
] as const;
const beside = beginningOf(body);
const SYSTEM: Occasion = { ...anAdmin, actorId: 'system-00000000-0000-4000-8000-000000000001', source: 'system' };
const note = (by: Id, on: Id) => ({ type: 'NoteDependant', data: { by, on } }) as const;
const noted = (...ids: readonly Id[]) => ids.map((by) => ({ type: 'DependantNoted', data: { by } }));
const appointed = (from: string, more = {}) => [aPerson(), anAppointment({ orgId: body, from, ...more })];

/** Two people in posts of a body in City Q, the second now in another place; the body has been there since 2010. */
const STREAMS: Readonly<Record<Id, readonly Message[]>> = {
  [beside]: noted(who, other, the('person', 3)),
  [beginningOf(place)]: noted(body, the('organisation', 6)),
  [body]: [anOrganisation({ validFrom: '2010-01-01T00:00:00.000Z' }), aPost()],
  [the('organisation', 6)]: [anOrganisation()],
  [who]: appointed('2022-01-01T00:00:00.000Z'),
  [other]: [
    ...appointed('2021-01-01T00:00:00.000Z'),
    anAppointment({ orgId: the('organisation', 9), territoryPath: countyPath, from: '2022-02-01T00:00:00.000Z' }),
  ],
  // An appointment that was of another body.
  [the('person', 3)]: [aPerson(), anAppointment({ orgId: the('organisation', 9) })],
};
const log = aLog(STREAMS);
const dependant = (id: Id, from: string, isSeen = true) => ({ id, from, isSeen });
const [first, second] = [dependant(who, '2022-01-01T00:00:00.000Z'), dependant(other, '2021-01-01T00:00:00.000Z')];

describe('W1: what rests on the beginning of a body or a place', () => {
  const ids = z.object({ by: anyId(), on: anyId() });
  keepsTheLaws(beginning, { NoteDependant: valuesOf(ids) });
  const given = specification(beginning, SYSTEM, { NoteDependant: true });

  it('W1: is noted once, as far as its own record says so', async () => {
    given()
      .when(note(who, body))
      .then({ type: 'DependantNoted', data: { by: who } });
    given({ type: 'DependantNoted', data: { by: who } })
      .when(note(who, body))
      .then();
    given().when(note(who, body), {}, { NoteDependant: false }).thenRefused('NOT_RESTING_ON_IT');
    const isSo = (by: Id, on: Id, stream: Id = beginningOf(on)) =>
      beginning.facts.NoteDependant(
        log,
        { by, on },
        { stream, state: () => Promise.resolve(beginning.initial) },
        SYSTEM,
      );
    expect(await isSo(who, body)).toBe(true);
    expect(await isSo(the('person', 3), body)).toBe(false);
    expect(await isSo(the('organisation', 6), place)).toBe(true);
    expect(await isSo(body, the('territory', 2))).toBe(false);
    expect(await isSo(who, body, beginningOf(the('organisation', 6)))).toBe(false);
  });

  it('W1: is noted when somebody comes to hold a post, and when a body is created', () => {
    const ask = (by: Id, on: Id) => [{ decider: beginning, stream: beginningOf(on), command: note(by, on) }];
    const held = anAppointment({ orgId: body }).data;
    expect(appointmentsAreNoted.on.PostHeld?.(held, { is: 'new' }, aHappening(who))).toEqual(ask(who, body));
    expect(bodiesAreNoted.on.OrgCreated?.(anOrganisation().data, { is: 'new' }, aHappening(body))).toEqual(
      ask(body, place),
    );
  });

  it('W1: is read as it is on record now, with what the reader may not see marked so', async () => {
    expect(await readDependants(log, body)).toEqual([first, second]);
    expect(await readDependants(log, place)).toEqual([dependant(body, '2010-01-01T00:00:00.000Z')]);
    const grants = [{ role: 'commander' as const, territory: cityPath, orgId: the('organisation', 90) }];
    const actor = { actorId: anAdmin.actorId, orgId: the('organisation', 90), grants };
    const elsewhere = { ...STREAMS, [other]: appointed('2021-01-01T00:00:00.000Z', { territoryPath: 'elsewhere/' }) };
    const source: Pick<StateReader, 'state'> = aLog(elsewhere);
    expect(await readDependants(new SeenStates(source, actor), body)).toEqual([first, { ...second, isSeen: false }]);
  });
});

describe('W1: a corrected beginning', () => {
  const reason = 'It was mistyped';
  const standing = { territory: { is: 'new' as const }, parent: undefined, dependants: [first, second] };
  const ofBody = specification(organisation, anAdmin, {
    ...{ CreateOrganisation: standing, CorrectOrganisation: standing },
  })(anOrganisation(), aPost());
  const founded = (validFrom: string) => ({ type: 'CorrectOrganisation', data: { validFrom, reason } }) as const;

  it('W1: of a body is not later than an appointment to one of its posts', () => {
    ofBody.when(founded('2021-06-01T00:00:00.000Z')).thenRefused('PERIOD_BEGAN_BEFORE', 'validFrom');
    const data = { validFrom: second.from, reason };
    ofBody.when(founded(second.from)).then({ type: 'OrgCorrected', data });
  });

  it('W1: is refused with what stands in its way, the earliest first, and tells nothing of what may not be seen', () => {
    const act = { en: 'an appointment', zh: '任职' };
    const no = { refused: 'PERIOD_BEGAN_BEFORE', path: ['validFrom'] };
    const late = '2022-06-01T00:00:00.000Z';
    const hidden = { ...second, isSeen: false };
    expect(beganBefore(late, act, [first, second])).toEqual({
      ...{ ...no, about: { act, at: second.from }, others: [other, who] },
    });
    expect(beganBefore(late, act, [first, hidden])).toEqual({ ...no, about: { act, at: first.from }, others: [who] });
    expect(beganBefore(late, act, [hidden])).toEqual(no);
    expect(beganBefore(undefined, act, [second])).toBeUndefined();
  });

  it('W1: of a place is not later than the founding of a body in it', () => {
    const stood = dependant(body, '2010-01-01T00:00:00.000Z');
    const given = specification(territory, anAdmin, {
      AddTerritory: { rootPath: cityPath, parent: undefined, sameCode: [] },
      CorrectTerritory: { sameCode: [], dependants: [stood] },
    })(aTerritory());
    const since = (validFrom: string) => ({ type: 'CorrectTerritory', data: { validFrom, reason } }) as const;
    given.when(since('2010-01-01T00:00:00.001Z')).thenRefused('PERIOD_BEGAN_BEFORE', 'validFrom');
    given.when(since(stood.from)).then({ type: 'TerritoryCorrected', data: { validFrom: stood.from, reason } });
  });

  it('W1: is looked up only where it is corrected', async () => {
    const asked: Id[] = [];
    const watched: StateReader = {
      ...log,
      behind: (of, stream) => {
        asked.push(stream);
        return log.behind(of, stream);
      },
    };
    const own = { stream: body, state: () => log.state(organisation, body) };
    const read = (data: { readonly name?: string; readonly validFrom?: string }) =>
      organisation.facts.CorrectOrganisation(watched, { ...data, reason }, own, anAdmin);
    expect((await read({ name: 'HQ' })).dependants).toEqual([]);
    expect(asked).toEqual([]);
    expect((await read({ validFrom: '2010-01-01T00:00:00.000Z' })).dependants).toEqual([first, second]);
  });
});
