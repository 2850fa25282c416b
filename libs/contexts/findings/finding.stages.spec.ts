import { evolve, type Id } from '#kernel';
import { actOf, rowsAfter } from '#kernel/testing';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { eventsLike } from '../../kernel/testing/arbitrary.js';
import { finding } from './finding.decider.js';
import { findingEvents, type FindingEvent } from './finding.events.js';
import { anObservation, anOrder, aVerifierTeam, occasion, some } from './finding.examples.js';
import { after, RECORDED, standingAfter } from './finding.stages.js';
import { findingCard } from './views/finding-card.view.js';

const org = fc.constantFrom<Id<'organisation'>[]>(some.office, some.station, some.center);
const verifier = fc.record({ personId: fc.constantFrom(some.verifier, some.second), orgId: org });

/** Facts of each type, with what decides on stage and owner left to chance; those that name bodies name few, so that they meet. */
const decisive = {
  ObservationRecorded: fc.constantFrom(some.cityPath, '').map((territoryPath) => anObservation({ territoryPath })),
  RectificationOrdered: fc.record({ unitId: org, acceptorOrgId: org }).map(anOrder),
  VerifierAssigned: fc.array(verifier, { minLength: 1, maxLength: 3 }).map((verifiers) => aVerifierTeam({ verifiers })),
};
/** The catalogue has decoded what is made up after it. */
const anyFact = eventsLike(findingEvents) as fc.Arbitrary<FindingEvent>;
const acted = fc.record({ actorId: fc.constantFrom(some.inspector, some.stationHead), orgId: org });
const somethingBy = (event: fc.Arbitrary<FindingEvent>) => fc.tuple(event, acted).map(([one, at]) => ({ ...one, at }));

/** Facts in any order, most of which no decision would ever bring about; the first one records the finding. */
const anyHistory = fc
  .tuple(
    somethingBy(decisive.ObservationRecorded),
    fc.array(
      somethingBy(fc.oneof({ weight: 3, arbitrary: anyFact }, ...Object.values<fc.Arbitrary<FindingEvent>>(decisive))),
      {
        maxLength: 25,
        size: 'max',
      },
    ),
  )
  .map(([first, rest]) => [first, ...rest]);

type History = (typeof anyHistory extends fc.Arbitrary<infer H> ? H : never) & readonly unknown[];

const stateAfter = (history: History) =>
  history.reduce((state, { at, ...event }) => evolve(finding, state, event, actOf(occasion, at)), finding.initial);
const cardAfter = (history: History) => rowsAfter(findingCard, some.finding, ...history).get(some.finding);

describe('after any history of facts, sensible or not', () => {
  it('the decider’s state and the row stand at the stage that the table gives', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const [, ...rest] = history;
        const { is } = rest.reduce((before, { type }) => standingAfter(before, type), RECORDED);
        expect(stateAfter(history).is).toBe(is);
        expect(cardAfter(history)?.status).toBe(is);
      }),
      { numRuns: 500 },
    );
  });

  it('the decider and the row belong to the same territory and the same bodies', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const card = cardAfter(history);
        const owner = finding.owner(stateAfter(history), {
          type: 'ConfirmFinding',
          data: {},
          facts: undefined,
        });
        expect(owner?.orgs.length).toBeGreaterThan(0);
        expect(card && typeof findingCard.owner === 'function' && findingCard.owner(card)).toEqual(owner);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the table of stages', () => {
  it('sends a fix back to its plan, and to choosing how where there is none', () => {
    expect(after.VerificationFailed({ is: 'underVerification', hasPlan: true })).toBe('inRectification');
    expect(after.CloseOutRefused({ is: 'verified', hasPlan: false })).toBe('acknowledged');
  });

  it('forgets the plan of the order before', () => {
    const planned = standingAfter(RECORDED, 'PlanSubmitted');
    expect(planned.hasPlan).toBe(true);
    expect(standingAfter(planned, 'RectificationOrdered')).toEqual({ is: 'ordered', hasPlan: false });
    expect(standingAfter(planned, 'ObservationRecorded')).toEqual(RECORDED);
  });
});
