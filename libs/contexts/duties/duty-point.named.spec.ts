import type { MeansOf } from '#contexts/grants';
import { idOf } from '#kernel';
import { by, specification } from '#kernel/testing';
import { describe, it } from '@jest/globals';
import { dutyPoint } from './duty-point.decider.js';
import type { DutyPointEvent } from './duty-point.events.js';
import {
  aDefinition,
  aMissingHolder,
  anAcceptance,
  anAssignment,
  at,
  found,
  heldBy,
  known,
  occasion,
  present,
  some,
} from './duty-point.examples.js';

const given = specification(dutyPoint, occasion, known);
const lin = { orgId: some.station, postId: some.linsPost, personId: some.lin };
const assign = {
  type: 'AssignParty',
  data: { assignmentId: some.assignment, party: 'individual', capacity: 'lead', holder: lin },
} as const;
const handOver = {
  type: 'TransferAssignment',
  data: { assignmentId: some.assignment, successorId: some.another, holder: lin, openItems: [] as string[] },
} as const;

interface Grant {
  readonly role: string;
  readonly territory?: string;
  readonly orgId?: string;
}
const able = (...grants: readonly Grant[]) => ({
  ...found,
  means: new Map([[some.lin, [{ orgId: some.station, grants }]]]) as unknown as MeansOf,
});

describe('F7, W4: a person who is named to hold a duty', () => {
  const held = heldBy(some.exitDesk).map((event) => by<DutyPointEvent>({ occurredAt: at }, event));

  it.each<[string, readonly Grant[]]>([
    ['no role', []],
    ['a role that holds no duties', [{ role: 'inspector', territory: some.cityPath }]],
    ['a role over another place', [{ role: 'hq', territory: `${some.station.slice(13)}/` }]],
    ['a role for another body', [{ role: 'unit', orgId: some.exitDesk }]],
  ])('is refused with %s', (_, grants) => {
    given(aDefinition())
      .when(assign, {}, { AssignParty: able(...grants) })
      .thenRefused('HOLDER_MAY_NOT', 'holder', 'personId');
    given(...held)
      .when(handOver, {}, { TransferAssignment: { ...present, found: able(...grants) } })
      .thenRefused('HOLDER_MAY_NOT', 'holder', 'personId');
  });

  it('is named with a role by which they could accept it', () => {
    given(aDefinition())
      .when(assign, {}, { AssignParty: able({ role: 'unit', orgId: some.station }) })
      .then(anAssignment({ party: 'individual', holder: lin, fit: 'unverified' }));
    const { data } = handOver;
    given(...held)
      .when(handOver, {}, { TransferAssignment: { ...present, found: able({ role: 'unit', orgId: some.station }) } })
      .then({ type: 'TransferProposed', data: { ...data, fit: 'unverified', signed: [] } });
  });

  it('is nobody where a body is named: whoever acts for it accepts', () => {
    given(aDefinition())
      .when(
        { ...assign, data: { ...assign.data, party: 'unit', holder: { orgId: some.station } } },
        {},
        {
          AssignParty: able(),
        },
      )
      .then(anAssignment({ party: 'unit', holder: { orgId: some.station }, fit: 'unverified' }));
  });
});

describe('F7, W4: a post that is named to hold a duty, and nobody in it', () => {
  const holder = { orgId: some.station, postId: some.linsPost };
  const waiting = [aDefinition({ requiredParties: ['unit'] }), aMissingHolder('unit'), anAssignment({ holder })];
  const inPost = { actorId: some.lin, ...holder };
  const elsewhere = { ...inPost, postId: idOf('post', some.clerk.slice(7)) };
  const accept = { type: 'AcceptAssignment', data: { assignmentId: some.assignment } } as const;

  it('is accepted for by whoever acts in it, and by nobody else of that body', () => {
    const { postId: _, ...inNoPost } = inPost;
    for (const as of [elsewhere, inNoPost])
      given(...waiting)
        .when(accept, as)
        .thenRefused('NOT_THE_HOLDER');
    given(...waiting)
      .when(accept, inPost)
      .then(anAcceptance(), { type: 'GapResolved', data: { kind: 'no-holder', party: 'unit' } });
  });

  it('is handed over by whoever acts in it, and taken over so', () => {
    const sign = { type: 'SignTransfer', data: { assignmentId: some.assignment } } as const;
    const data = { ...handOver.data, holder: { orgId: some.exitDesk }, fit: 'unverified' as const, signed: [] };
    const handing = given(...waiting, anAcceptance(), { type: 'TransferProposed', data });
    handing.when(sign, elsewhere).thenRefused('NOT_YOURS_TO_SIGN');
    handing.when(sign, inPost).then({ type: 'TransferSigned', data: { ...sign.data, signed: ['outgoing'] } });
  });
});
