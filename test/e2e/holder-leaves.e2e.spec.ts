import { randomUUID } from 'node:crypto';
import { CAST, CAST_ORGANISATIONS, CAST_TERRITORIES } from '#platform/identity';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { founding } from '../../apps/cli/demo/story/founding.js';
import { figuresOf } from '../faults/support/figures.js';
import { RunningApi, type Told } from '../support/running-api.js';
import { soon } from '../support/soon.js';

const { unit1 } = CAST_ORGANISATIONS;
const { county1 } = CAST_TERRITORIES;
const holder = CAST.find((one) => one.as === 'unit');
/** The present moment; requests between two of them see to it that they differ. */
const moment = () => new Date().toISOString();

/** Over HTTP, on PostgreSQL, with everything that follows the log: the domain's A6, A7, A8 and K9 as one story. */
describe('a duty whose holder leaves', () => {
  let api: RunningApi;
  const id = `dutyPoint-${randomUUID()}`;
  /** When all was held, when the person had left, and when the unit was dissolved. */
  let [held, alone, dissolved] = ['', '', ''];
  let position = '';

  beforeAll(async () => {
    api = await RunningApi.start();
    expect((await api.load(founding)).failed).toEqual([]);
  });
  afterAll(() => api.stop());

  const done = (told: Told) => {
    expect(told).toMatchObject({ events: expect.anything() });
    position = told.position ?? position;
    return told;
  };
  const assign = async (party: string, by: 'unit' | 'unit-head', named: object) => {
    const assignmentId = `assignment-${randomUUID()}`;
    const share = { party, capacity: 'lead', holder: { orgId: unit1.id, ...named } };
    done(await api.tell('hq', 'assignParty', { id, assignmentId, ...share }));
    done(await api.tell(by, 'acceptAssignment', { id, assignmentId }));
  };
  const matrix = async () => {
    const cell = 'state lead { person { id } } provisionalHolder { id }';
    const query = `query ($id: ID!, $waitFor: String) {
      responsibilityMatrix(waitFor: $waitFor) { edges { node { id unit { ${cell} } individual { ${cell} } } } }
      gaps(dutyPointId: $id, waitFor: $waitFor) { edges { node { kind party provisionalHolder { id } } } }
    }`;
    const { data } = await api.ask('hq', query, { id, waitFor: position });
    const nodes = (of: string) => (data?.[of] as { edges: { node: Record<string, unknown> }[] }).edges;
    return {
      cells: nodes('responsibilityMatrix').map(({ node }) => node)[0],
      gaps: nodes('gaps').map(({ node }) => node),
    };
  };
  /** Who is named for what an inspector found at this moment. */
  const answerableFor = async (occurredAt: string) => {
    const told = done(
      await api.tell('inspector', 'recordObservation', {
        ...{ kind: 'inspection', class: 'inadequateControl', severity: 'minor', evidence: [] },
        // Each is another, though within a day.
        place: `Gate ${randomUUID()}`,
        ...{ description: 'Nobody checked the codes.', territoryId: county1.id, dutyPointId: id, occurredAt },
      }),
    );
    const query = `query ($id: ID!, $waitFor: String) {
      finding(id: $id, waitFor: $waitFor) { answerable { party person { id } organisation { id } } }
    }`;
    const { data } = await api.ask('inspector', query, { id: told.id, waitFor: position });
    return (data?.['finding'] as { answerable: readonly unknown[] }).answerable;
  };
  const theUnit = { party: 'unit', person: null, organisation: { id: unit1.id } };
  const thePerson = { party: 'individual', person: { id: holder?.id }, organisation: { id: unit1.id } };
  const unheld = { state: 'UNHELD', lead: null, provisionalHolder: { id: county1.id } };

  it('is held by a unit and by somebody in a post there', async () => {
    done(
      await api.tell('hq', 'defineDutyPoint', {
        ...{ id, matter: 'Arrivals', step: 'Check the code', place: 'Gate 2', territoryId: county1.id },
        ...{ requiredParties: ['unit', 'individual'], standard: 'Every passenger' },
      }),
    );
    await assign('unit', 'unit-head', {});
    await assign('individual', 'unit', { personId: holder?.id, postId: holder?.post.id });
    held = moment();
    expect((await matrix()).gaps).toEqual([]);
  });

  it('W1: keeps the founding of their body from being corrected past the day on which they came', async () => {
    await soon(async () => {
      expect((await figuresOf(api.address)).get('sifang_follower_lag_events{follower="policies"}')).toBe(0);
    });
    const corrected = { id: unit1.id, validFrom: held, reason: 'It was mistyped' };
    expect(await api.tell('admin', 'correctOrganisation', corrected)).toMatchObject({
      ...{ code: 'PERIOD_BEGAN_BEFORE', path: ['validFrom'] },
      message: expect.stringContaining('an appointment to one of its posts'),
    });
  });

  it('A6, A7, A8: is a gap when that person leaves the post, and the place holds it for now', async () => {
    done(await api.tell('admin', 'leavePost', { id: holder?.id, postId: holder?.post.id, to: moment() }));
    const { cells, gaps } = await matrix();
    expect(cells).toMatchObject({ individual: unheld, unit: { state: 'HELD', provisionalHolder: null } });
    expect(gaps).toEqual([{ kind: 'holderInactive', party: 'individual', provisionalHolder: { id: county1.id } }]);
  });

  it('W4: lets nobody act in a post that they have left', async () => {
    const accept = { id, assignmentId: `assignment-${randomUUID()}` };
    expect(await api.tell('unit', 'acceptAssignment', accept)).toMatchObject({ code: 'NOT_IN_POST' });
  });

  it('K9: names them for what happened before they left, and for nothing afterwards', async () => {
    alone = moment();
    expect(await answerableFor(held)).toEqual([theUnit, thePerson]);
    expect(await answerableFor(alone)).toEqual([theUnit]);
  });

  it('A6, A7: is a gap, too, when the unit is dissolved, which is assigned nothing any more', async () => {
    dissolved = moment();
    const dissolve = { id: unit1.id, reason: 'The station is closed', occurredAt: dissolved };
    done(await api.tell('admin', 'dissolveOrganisation', dissolve));
    const { cells, gaps } = await matrix();
    expect(cells).toMatchObject({ individual: unheld, unit: unheld });
    expect(gaps.map(({ kind, party }) => [kind, party]).sort()).toEqual([
      ['holderInactive', 'individual'],
      ['holderInactive', 'unit'],
    ]);
    expect(await answerableFor(alone)).toEqual([theUnit]);
    expect(await answerableFor(moment())).toEqual([]);

    const again = { id, party: 'unit', capacity: 'lead', holder: { orgId: unit1.id } };
    expect(await api.tell('hq', 'assignParty', again)).toMatchObject({ code: 'NO_SUCH_ORGANISATION' });
    const query = 'query ($id: ID!) { organisation(id: $id) { dissolvedAt } }';
    expect((await api.ask('hq', query, { id: unit1.id })).data).toEqual({ organisation: { dissolvedAt: dissolved } });
  });
});
