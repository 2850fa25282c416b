import type { Body } from './finding.bodies.js';
import { some } from './finding.examples.js';
import type { FindingFacts, Surroundings } from './finding.facts.js';
import type { Named, Posts } from './finding.people.js';

export const aBody = (more: Partial<Body> = {}): Body => ({
  kind: 'publicInstitution',
  territory: some.cityPath,
  above: [],
  stands: true,
  ...more,
});

/** Where the invented bodies stand: none of them above another. */
export const bodies = new Map([
  [some.office, aBody({ kind: 'supervisionOffice' })],
  [some.station, aBody({ kind: 'enterprise' })],
  [some.center, aBody()],
]);

/** Somebody who has always held these posts. */
const always = (...orgs: readonly (typeof some.office)[]): Posts => ({ now: orgs, since: orgs });

const people: Named['people'] = new Map([
  [some.stationHead, always(some.station)],
  [some.colleague, always(some.station)],
  [some.verifier, always(some.center)],
  [some.second, always(some.center)],
]);

/** Who holds which posts, with the posts of some people changed. */
export const named = (more: readonly (readonly [typeof some.verifier, Posts])[] = [], where = bodies): Named => ({
  people: new Map([...people, ...more]),
  bodies: where,
});

export const around: Surroundings = { territoryPath: some.cityPath, dutyPoint: undefined, subject: undefined };

/** What is known of the other streams, unless a specification says otherwise. */
export const known: FindingFacts = {
  ...{ RecordObservation: around, RecordGapFinding: around, OrderRectification: bodies },
  ...{ CorrectObservation: around, CorrectBeforeConfirming: around, CorrectFinding: around },
  ...{ RedirectOrder: bodies, ReplaceAcceptor: bodies, RevisePlan: named(), ReplaceVerifier: named() },
  ...{ SubmitPlan: named(), AssignVerifier: named(), PassVerification: named(), FailVerification: named() },
  ...{ ApproveCloseOut: { bodies, dutyHeld: false }, RefuseCloseOut: bodies },
};
