import { idOf } from '#kernel';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { STREAMS_OF_ALL } from '../../apps/api/contexts.js';
import { directive } from '../../libs/contexts/directives/directive/directive.decider.js';
import {
  aClerk,
  COUNTY_K1,
  GONE,
  HQ_ELSEWHERE,
  HQ_J,
  HQ_Y,
} from '../../libs/contexts/directives/directives.examples.js';
import { expectBarred } from '../support/barred.js';
import { compared, inEachRole, type Compared } from '../support/possible.js';
import { OWN, said, SAYS, states, world } from '../support/possible-directives.js';

const person = (n: number) => idOf('person', `00000000-0000-4000-8000-00000000003${String(n)}`);
const bodies = [HQ_J, HQ_Y, HQ_ELSEWHERE, COUNTY_K1, { ...HQ_Y, orgId: GONE }];
/** The clerk who wrote it all acts for the body above as well. */
const people = [
  ...bodies.map(({ orgId, territoryPath }, index) => ({ actorId: person(index), orgId, territory: territoryPath })),
  { actorId: aClerk.actorId, orgId: HQ_J.orgId, territory: HQ_J.territoryPath },
];
const actors = people.flatMap(inEachRole);

describe('what everybody may do with a directive', () => {
  let found: Compared;
  beforeAll(async () => {
    const scene = { decider: directive, stream: OWN, states, world, streams: STREAMS_OF_ALL, actors, said };
    found = await compared({ ...scene, now: '2022-03-17T12:00:00.000Z' });
  }, 120_000);

  it('is what each command answers, whatever is said', () => {
    expect(found.breaches).toEqual([]);
  });

  it('is barred from each command by each of its own bars', () => {
    expectBarred('directive', [found]);
  });

  it('is yes for every command of people, each of which is done, and no for every reason that a bar gives', () => {
    expect([...found.yes].sort()).toEqual([...SAYS].sort());
    expect(found.accepted).toEqual(found.yes);
    expect([...found.no].sort()).toEqual([
      ...['ACKNOWLEDGED_BY_SOME', 'ALREADY_ENDED', 'ALREADY_ISSUED', 'ALREADY_RULED', 'ALREADY_SUBMITTED'],
      ...['BASIS_NOT_REGISTERED', 'CHILD_NOT_DONE', 'CLAUSE_NOT_MAPPED', 'CLAUSE_REOPENED', 'DUE_NOT_STATED'],
      ...['DUTY_NOT_HELD', 'IMPORT_NOT_CONFIRMED', 'ISSUED_TEXT_FIXED', 'ISSUER_DISSOLVED', 'LATER_DUE_NOT_GRANTED'],
      ...['NOTHING_ASKED', 'NOT_FOUND', 'NOT_ISSUED', 'NOT_SUBMITTED', 'NOT_THE_ISSUER', 'NOT_THE_PARENTS_ISSUER'],
      ...['NO_CLAUSES', 'NUMBER_TAKEN', 'OWN_REQUEST', 'RECIPIENT_NOT_DONE', 'REQUEST_OPEN', 'ROLE_MAY_NOT'],
    ]);
  });
});
