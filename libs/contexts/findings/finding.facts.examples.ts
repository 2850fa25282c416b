import { evolve, type Id } from '#kernel';
import { actOf } from '#kernel/testing';
import type { Body } from './finding.bodies.js';
import { aConfirmation, aFile, anObservation, occasion, some } from './finding.examples.js';
import { kept } from './finding.files.examples.js';
import type { Files } from './finding.named.js';
import { findingStream } from './finding.evolve.js';
import type { FindingState } from './finding.state.js';
import type { FindingFacts, Surroundings } from './finding.surroundings.js';
import type { FindingKnown } from './finding.known.js';
import type { Merged, Merging } from './finding.merging.js';
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

const all = Array.from({ length: 100 }, (_, n) => aFile(n));

/** Files that somebody named, uploaded for whoever usually brings them; some stand otherwise. */
export const filesOf = (orgId: Id<'organisation'>, ...more: readonly Files[]): Files => {
  const usual = kept(all, orgId);
  return { ...usual, named: new Map([...usual.named, ...more.flatMap(({ named }) => [...named])]) };
};
const [ours, theUnits, theCenters] = [some.office, some.station, some.center].map((orgId) => filesOf(orgId)) as [
  Files,
  Files,
  Files,
];

export const around: Surroundings = {
  territoryPath: some.cityPath,
  dutyPoint: undefined,
  subject: undefined,
  twins: [],
  files: ours,
};

/** What is known around a merge into a finding that is confirmed. */
export const aMerge: Merging & Merged = {
  self: some.finding,
  into: [anObservation(), aConfirmation].reduce<FindingState>(
    (state, event) => evolve(findingStream, state, event, actOf(occasion, {})),
    findingStream.initial,
  ),
  underWay: false,
  hasOthers: false,
};

/** What is known of the other streams, unless a specification says otherwise. */
export const known: FindingFacts & Pick<FindingKnown, 'MergeFinding'> = {
  NumberFinding: { orgId: some.office, year: 2022, number: 1 },
  ...{ RecordObservation: around, RecordGapFinding: around, OrderRectification: bodies },
  ...{
    MergeFinding: aMerge,
    CorrectObservation: around,
    CorrectBeforeConfirming: around,
    CorrectFinding: around,
    AddEvidence: ours,
  },
  ...{ RedirectOrder: bodies, ReplaceAcceptor: bodies, RevisePlan: named(), ReplaceVerifier: named() },
  ...{ SubmitPlan: named(), AssignVerifier: named() },
  ...{ ReportImmediateFix: theUnits, ReportCompletion: theUnits, RecordLookBack: ours },
  // What is read of bars and of what is said is one and the same here.
  ...{ PassVerification: { ...named(), ...theCenters }, FailVerification: { ...named(), ...theCenters } },
};

/** What bars know of the other streams, unless a specification says otherwise. */
export const beside: FindingKnown = {
  ...{ MergeFinding: aMerge, PassVerification: named(), FailVerification: named() },
  ...{ ApproveCloseOut: { bodies, dutyHeld: false }, RefuseCloseOut: { bodies } },
};
