import { CAST_ORGANISATIONS, CAST_TERRITORIES } from '#platform/identity';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { founding } from '../../apps/cli/demo/story/founding.js';
import { openEventLog } from '../../apps/api/event-log.js';
import { Peer } from '../support/kurrent-peer/peer.js';
import { query } from '../support/query.js';
import { RunningApi } from '../support/running-api.js';

/** The whole application with its log in KurrentDB, as far as a peer that speaks its protocol can be it. */
describe('the application on a log in KurrentDB', () => {
  let peer: Peer;
  let api: RunningApi;
  let id = '';
  let position = '';

  beforeAll(async () => {
    peer = await new Peer().start();
    api = await RunningApi.start(peer.url);
    expect((await api.load(founding)).failed).toEqual([]);
  });
  afterAll(async () => {
    await api.stop();
    await peer.stop();
  });

  it('records a finding there, and nothing in PostgreSQL', async () => {
    const told = await api.tell('inspector', 'recordObservation', {
      kind: 'inspection',
      class: 'inadequateControl',
      severity: 'serious',
      description: 'No thermometer at gate 2.',
      place: 'Gate 2',
      territoryId: CAST_TERRITORIES.county1.id,
      subjectOrgId: CAST_ORGANISATIONS.unit1.id,
      evidence: [await api.photo('inspector', 'gate 2')],
      occurredAt: undefined,
    });
    expect(told).toMatchObject({ events: [{ type: 'ObservationRecorded' }] });
    id = told.id ?? '';
    position = told.position ?? '';
    expect(peer.log.stream(id)?.length).toBeGreaterThanOrEqual(1);
    const events = await query(api.databaseUrls.superuserUrl, 'SELECT count(*)::int AS count FROM log.event');
    expect(events).toEqual([{ count: 0 }]);
  });

  it('shows it in a view, as of a position, and in its history', async () => {
    const told = await api.tell('lead', 'confirmFinding', { id });
    expect(told).toMatchObject({ events: [{ type: 'FindingConfirmed' }] });
    const ask = `query ($id: ID!, $at: String, $waitFor: String) {
      now: finding(id: $id, waitFor: $waitFor) { status }
      then: finding(id: $id, asOf: $at) { status }
      timeline(id: $id, first: 9, waitFor: $waitFor) { edges { node { name position } } }
    }`;
    const { data, errors } = await api.ask('discipline', ask, { id, at: position, waitFor: told.position });
    expect(errors).toEqual([]);
    expect(data).toMatchObject({
      timeline: {
        edges: expect.arrayContaining(
          [{ name: 'ObservationRecorded', position }, { name: 'FindingConfirmed' }].map((node) => ({
            node: expect.objectContaining(node),
          })),
        ),
      },
    });
    expect(data?.['now']).not.toEqual(data?.['then']);
  });
});

describe('a log in KurrentDB that cannot be used', () => {
  const open = (eventStoreUrl: string) => openEventLog({ eventStoreUrl, applicationUrl: '' });

  it.each([
    ['esdb://app:hidden@127.0.0.1:2113?tls=false', /^EVENT_STORE has a password and tls=false/],
    ['esdb://127.0.0.1:9?tls=false', /^EVENT_STORE: the log is not available: .*ECONNREFUSED/],
  ])('is one line for the operator: %s', async (url, line) => {
    await expect(open(url)).rejects.toMatchObject({ name: 'CannotStart', message: expect.stringMatching(line) });
    await expect(open(url)).rejects.toMatchObject({ message: expect.not.stringMatching(/\n|hidden/) });
  });
});
