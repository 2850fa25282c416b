import { rowsAfter } from '#kernel/testing';
import { describe, expect, it } from '@jest/globals';
import type { DutyPointEvent } from '../duty-point.events.js';
import { aDefinition, aDeparture, anAcceptance, anAssignment, at, some } from '../duty-point.examples.js';
import { dutyPointCard } from './duty-point-card.view.js';

const cardAfter = (...events: readonly DutyPointEvent[]) =>
  rowsAfter(dutyPointCard, some.exit, ...events).get(some.exit);
const territory = { id: some.city };
/** When the log took the third event. */
const recorded = '2022-03-31T09:02:00.000Z';

describe('a row of the responsibility matrix', () => {
  it('A8: shows the place as provisional holder of what nobody holds', () => {
    expect(cardAfter(aDefinition({ clause: { directiveId: some.directive, clauseNumber: '3' } }))).toMatchObject({
      id: some.exit,
      step: 'Verify the health code at the exit',
      clause: { directive: { id: some.directive }, number: '3' },
      territorial: { state: 'NOT_REQUIRED', assisting: [] },
      unit: { state: 'UNHELD', assisting: [], provisionalHolder: territory },
      fullyHeld: false,
    });
  });

  it('names the lead once proposed, and holds the party once accepted', () => {
    const lead = { assignmentId: some.assignment, organisation: { id: some.station }, from: at };
    expect(cardAfter(aDefinition(), anAssignment())?.unit).toEqual({
      state: 'PROPOSED',
      lead,
      assisting: [],
      provisionalHolder: territory,
    });
    expect(cardAfter(aDefinition(), anAssignment(), anAcceptance())?.unit).toEqual({
      state: 'HELD',
      lead: { ...lead, acceptedAt: recorded },
      assisting: [],
      acceptedSince: recorded,
    });
  });

  it('is unheld again when a proposal ends', () => {
    const ended = { type: 'AssignmentEnded', data: { assignmentId: some.assignment, until: at } } as const;
    expect(cardAfter(aDefinition(), anAssignment(), ended)?.unit).toEqual(cardAfter(aDefinition())?.unit);
  });

  it('A8: is unheld again, and the place holds it for now, when the lead has left', () => {
    const helper = anAssignment({
      assignmentId: some.another,
      capacity: 'assisting',
      holder: { orgId: some.exitDesk },
    });
    const held = [aDefinition({ requiredParties: ['unit'] }), anAssignment(), helper, anAcceptance()];
    const card = cardAfter(...held, aDeparture());
    expect(cardAfter(...held)).toMatchObject({ fullyHeld: true });
    expect(card).toMatchObject({ fullyHeld: false, unit: { state: 'UNHELD', provisionalHolder: territory } });
    expect(card?.unit).not.toHaveProperty('lead');
    expect(card?.unit).not.toHaveProperty('acceptedSince');
    expect(card?.unit.assisting).toHaveLength(1);
    expect(card && typeof dutyPointCard.owner === 'function' && dutyPointCard.owner(card).orgs).toEqual([
      some.exitDesk,
    ]);
  });

  it('A6: no longer lists a helper that has left', () => {
    const helper = anAssignment({ assignmentId: some.another, capacity: 'assisting' });
    expect(cardAfter(aDefinition(), helper, aDeparture(at, some.another))?.unit).toEqual(
      cardAfter(aDefinition())?.unit,
    );
  });

  it('lists those who assist beside the lead', () => {
    const helper = anAssignment({
      assignmentId: some.another,
      capacity: 'assisting',
      holder: { orgId: some.exitDesk },
    });
    expect(cardAfter(aDefinition(), helper, anAcceptance(some.another))?.unit).toMatchObject({
      state: 'UNHELD',
      assisting: [{ organisation: { id: some.exitDesk }, acceptedAt: recorded }],
    });
  });

  it('is fully held when every party is held or waived', () => {
    const waiver = { type: 'PartyWaived', data: { party: 'individual', reason: 'sealed' } } as const;
    const card = cardAfter(aDefinition(), anAssignment(), anAcceptance(), waiver);
    expect(card).toMatchObject({ individual: { state: 'WAIVED' }, fullyHeld: true });
    expect(card?.individual).not.toHaveProperty('provisionalHolder');
  });

  it('belongs to its place and to everybody named in it', () => {
    const helper = anAssignment({
      assignmentId: some.another,
      capacity: 'assisting',
      holder: { orgId: some.exitDesk },
    });
    const card = cardAfter(aDefinition(), anAssignment(), helper);
    expect(card && typeof dutyPointCard.owner === 'function' && dutyPointCard.owner(card)).toEqual({
      territory: some.cityPath,
      orgs: [some.station, some.exitDesk],
    });
  });

  it('learns its neighbours', () => {
    const linked = { type: 'StepLinked', data: { next: some.after } } as const;
    expect(cardAfter(aDefinition({ previous: some.before }), linked)).toMatchObject({
      previous: { id: some.before },
      next: { id: some.after },
    });
  });

  it('shows a link to a step of another place as a question, on both sides, until it is answered', () => {
    const asked = { side: 'next', dutyPointId: some.after, linkId: 'link-1' } as const;
    const about = { matter: 'Health code check', step: 'Hall', territoryId: some.city };
    const proposed = { type: 'LinkProposed', data: asked } as const;
    const offered = { type: 'LinkOffered', data: { ...asked, ...about } } as const;
    const before = cardAfter(aDefinition(), proposed, offered);
    const dutyPoint = { id: some.after };
    expect(before).toMatchObject({
      proposedLinks: [{ linkId: 'link-1', side: 'next', dutyPoint }],
      offeredLinks: [{ linkId: 'link-1', side: 'next', dutyPoint, step: 'Hall' }],
    });
    expect(before).not.toHaveProperty('next');
    const linked = { type: 'StepLinked', data: { next: some.after } } as const;
    const accepted = { type: 'LinkAccepted', data: asked } as const;
    expect(cardAfter(aDefinition(), proposed, linked)).toMatchObject({ next: dutyPoint, proposedLinks: [] });
    expect(cardAfter(aDefinition(), offered, accepted)).toMatchObject({ next: dutyPoint, offeredLinks: [] });
    const declined = { type: 'LinkProposalClosed', data: { side: 'next', dutyPointId: some.after } } as const;
    const refused = { type: 'LinkRefused', data: { ...asked, reason: 'sealed' } } as const;
    expect(cardAfter(aDefinition(), proposed, declined)).toMatchObject({ proposedLinks: [] });
    expect(cardAfter(aDefinition(), offered, refused)).toMatchObject({ offeredLinks: [] });
  });
});
