import { idOf, uuidOf, type Id, type StateReader } from '#kernel';
import { aLog, specification } from '#kernel/testing';
import { describe, expect, it } from '@jest/globals';
import { dutyPoint } from './duty-point.decider.js';
import type { DutyPointEvent } from './duty-point.events.js';
import { askedThere, refusedThere, unlinkedThere } from './duty-point.neighbourhood.js';
import {
  aDefinition,
  aMissingHolder,
  around,
  at,
  heldBy,
  known,
  occasion,
  ownOf,
  some,
} from './duty-point.examples.js';

const link = (step: Id) => idOf('link', uuidOf(step));
const foreign = { ...around, foreign: ['previous'] } as const;
const given = specification(dutyPoint, occasion, {
  ...known,
  DefineDutyPoint: foreign,
  ProposeLink: foreign,
  OfferLink: { proposals: [{ linkId: link(some.before), side: 'next', dutyPointId: some.exit, askedAt: at }] },
});

const asked = { side: 'previous', dutyPointId: some.before } as const;
const proposed: DutyPointEvent = { type: 'LinkProposed', data: { ...asked, linkId: link(some.exit) } };
const answered = { ...asked, linkId: link(some.before) };
const about = { matter: 'Health code check', step: 'Platform', territoryId: some.city };
const offered: DutyPointEvent = { type: 'LinkOffered', data: { ...answered, ...about } };
const propose = { type: 'ProposeLink', data: asked } as const;
const accept = { type: 'AcceptLink', data: { linkId: link(some.before) } } as const;
const refuse = { type: 'RefuseLink', data: { linkId: link(some.before), reason: 'Another hall' } } as const;

describe('a neighbour of another place', () => {
  it('is proposed with the definition, and is no neighbour yet', () => {
    given()
      .when({ type: 'DefineDutyPoint', data: aDefinition({ previous: some.before, next: some.after }).data })
      .then(aDefinition({ next: some.after }), aMissingHolder('unit'), aMissingHolder('individual'), proposed);
    expect(given(aDefinition(), proposed).state()).not.toHaveProperty('previous');
  });

  it('is proposed to later, and linked at once within the own place', () => {
    given(aDefinition()).when(propose).then(proposed);
    given(aDefinition())
      .when(propose, {}, { ProposeLink: around })
      .then({ type: 'StepLinked', data: { previous: some.before } });
  });

  it('is there, another step, and not linked so already', () => {
    given(aDefinition())
      .when(propose, {}, { ProposeLink: { ...around, missing: ['previous'] } })
      .thenRefused('NO_SUCH_NEIGHBOUR', 'dutyPointId');
    given(aDefinition())
      .when({ type: 'ProposeLink', data: { side: 'next', dutyPointId: some.exit } })
      .thenRefused('NEIGHBOUR_OF_ITSELF', 'dutyPointId');
    given(aDefinition({ previous: some.before }))
      .when(propose)
      .thenRefused('LINKED_ALREADY', 'dutyPointId');
    given(aDefinition({ next: some.before }))
      .when(propose)
      .thenRefused('NEIGHBOURS_THE_SAME', 'dutyPointId');
  });

  it('is told of the proposal, once, and only while it is proposed', () => {
    const offer = { type: 'OfferLink', data: { ...asked, ...about } } as const;
    given(aDefinition()).when(offer).then(offered);
    given(aDefinition(), offered).when(offer).then();
    given(aDefinition())
      .when(offer, {}, { OfferLink: { proposals: [] } })
      .thenRefused('NOT_LINKED_THERE', 'dutyPointId');
  });

  it('accepts, and is a neighbour from then on', () => {
    given(aDefinition(), offered).when(accept).then({ type: 'LinkAccepted', data: answered });
    const state = given(aDefinition(), offered, { type: 'LinkAccepted', data: answered }).state();
    expect(state).toMatchObject({ previous: some.before, offers: [] });
    given(aDefinition()).when(accept).thenRefused('NO_SUCH_LINK', 'linkId');
  });

  it('refuses with a reason, and the proposal is over on both sides', () => {
    const refused: DutyPointEvent = { type: 'LinkRefused', data: { ...answered, reason: 'Another hall' } };
    given(aDefinition(), offered).when(refuse).then(refused);
    given(aDefinition(), offered)
      .when({ type: 'RefuseLink', data: { linkId: link(some.before) } })
      .thenRefused('REASON_REQUIRED', 'reason');
    given(aDefinition(), offered, refused).when(accept).thenRefused('NO_SUCH_LINK', 'linkId');
    const close = { type: 'CloseLinkProposal', data: { dutyPointId: some.before } } as const;
    given(aDefinition(), proposed).when(close).then({ type: 'LinkProposalClosed', data: asked });
    given(aDefinition()).when(close).then();
  });

  it('A7: has declined when its own record says so, and not a proposal that was made since', async () => {
    const close = { type: 'CloseLinkProposal', data: { dutyPointId: some.before } } as const;
    for (const declinedAt of [undefined, '2022-03-31T08:59:59.999Z']) {
      given(aDefinition(), proposed)
        .when(close, {}, { CloseLinkProposal: { declinedAt } })
        .thenRefused('NOT_LINKED_THERE', 'dutyPointId');
    }
    const no = { ...asked, dutyPointId: some.exit, linkId: link(some.exit), reason: 'Another hall' };
    const there = (...more: Parameters<typeof aLog>[0][Id]) => {
      const log = aLog({ [some.before]: [aDefinition(), ...more] });
      return refusedThere(log, close.data, ownOf(log));
    };
    expect(await there({ type: 'LinkRefused', data: no, act: { recordedAt: at } })).toEqual({ declinedAt: at });
    expect(await there()).toEqual({ declinedAt: undefined });
  });

  it('A7: is told what the record of the step that asks says of it, whatever a policy says', async () => {
    const told = {
      type: 'OfferLink',
      data: { ...asked, ...about, matter: 'Another matter', orgId: some.exitDesk },
    } as const;
    const asks = { type: 'LinkProposed', data: { side: 'next', dutyPointId: some.exit, linkId: link(some.before) } };
    const log = aLog({ [some.before]: [aDefinition(), { ...asks, act: { orgId: some.station } }] });
    const OfferLink = await askedThere(log, told.data, ownOf(log));
    const { matter, step, territoryId } = aDefinition().data;
    given(aDefinition())
      .when(told, {}, { OfferLink })
      .then({ type: 'LinkOffered', data: { ...answered, matter, step, territoryId, orgId: some.station } });
  });
});

describe('what a policy links', () => {
  it('stands in the record of the other step already', () => {
    const step = { type: 'LinkStep', data: { previous: some.before } } as const;
    given(aDefinition(), proposed)
      .when(step)
      .then({ type: 'StepLinked', data: { previous: some.before } });
    given(aDefinition())
      .when(step, {}, { LinkStep: { missing: ['previous'] } })
      .thenRefused('NOT_LINKED_THERE', 'previous');
    expect(given(aDefinition(), proposed, { type: 'StepLinked', data: step.data }).state()).toMatchObject({
      previous: some.before,
      proposals: [],
    });
  });

  it('is read from that record, whoever may see it', async () => {
    const linked = aLog({ [some.before]: [aDefinition({ next: some.exit })] });
    const blind: StateReader = { ...linked, state: (of) => Promise.resolve(of.initial) };
    const facts = (read: StateReader) => unlinkedThere(read, { previous: some.before }, ownOf(linked));
    expect(await facts(blind)).toEqual({ missing: [] });
    expect(await facts(aLog({ [some.before]: heldBy(some.station) }))).toEqual({ missing: ['previous'] });
  });
});

describe('what is for who governs the place alone', () => {
  const hand = given(aDefinition(), ...heldBy(some.station).slice(1)).state();

  it.each(['AcceptLink', 'RefuseLink', 'ProposeLink', 'EndAssignment', 'WaiveParty'] as const)(
    'is %s: holding a share gives no right to it',
    (type) => {
      const command = { type, data: {}, facts: undefined } as unknown as Parameters<typeof dutyPoint.owner>[1];
      expect(dutyPoint.owner(hand, command)).toEqual({ territory: some.cityPath, orgs: [] });
    },
  );
});
