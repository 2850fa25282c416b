import { idOf } from '#kernel';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { STREAMS_OF_ALL } from '../../apps/api/contexts.js';
import { dutyPoint } from '../../libs/contexts/duties/duty-point.decider.js';
import { occasion, some } from '../../libs/contexts/duties/duty-point.examples.js';
import { expectBarred } from '../support/barred.js';
import { compared, inEachRole, type Compared } from '../support/possible.js';
import { elsewhere, said, SAYS, states, world } from '../support/possible-duties.js';

const person = (n: number) => idOf('person', `00000000-0000-4000-8000-00000000006${String(n)}`);
const people = [
  { actorId: person(1), orgId: occasion.orgId ?? some.station, territory: some.cityPath },
  { actorId: person(2), orgId: some.station, territory: some.cityPath },
  { actorId: person(3), orgId: some.exitDesk, territory: some.cityPath },
  { actorId: person(4), orgId: elsewhere.orgId, territory: elsewhere.path },
  { actorId: some.lin, orgId: some.station, territory: some.cityPath },
  { actorId: some.lin, orgId: some.station, territory: some.cityPath, onBehalfOf: person(2) },
];
const actors = people.flatMap(inEachRole);

describe('what everybody may do with a duty point', () => {
  let found: Compared;
  beforeAll(async () => {
    const scene = { decider: dutyPoint, stream: some.exit, states, world, streams: STREAMS_OF_ALL, actors, said };
    found = await compared({ ...scene, now: '2022-04-08T00:00:00.000Z' });
  }, 120_000);

  it('is what each command answers, whatever is said', () => {
    expect(found.breaches).toEqual([]);
  });

  it('is barred from each command by each of its own bars', () => {
    expectBarred('dutyPoint', [found]);
  });

  it('is yes for every command of people, each of which is done, and no for every reason that a bar gives', () => {
    expect([...found.yes].sort()).toEqual([...SAYS].sort());
    expect(found.accepted).toEqual(found.yes);
    expect([...found.no].sort()).toEqual([
      ...['ALREADY_ACCEPTED', 'BASIS_IN_FORCE', 'LAST_PARTY', 'LEAD_ALREADY_NAMED', 'NOT_ACCEPTED_YET', 'NOT_FOUND'],
      ...['NOT_LINKED', 'NOT_THE_HOLDER', 'NOT_YOURS_TO_SIGN', 'NO_SUCH_ASSIGNMENT', 'NO_SUCH_LINK'],
      ...['NO_SUCH_TRANSFER', 'PARTY_NOT_REQUIRED', 'RETIRED', 'ROLE_MAY_NOT', 'SIDE_TAKEN', 'SIGNED_ALREADY'],
      ...['WOULD_LEAVE_A_GAP'],
    ]);
  });
});
