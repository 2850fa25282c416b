import {
  alike,
  claimsOn,
  isSameKey,
  plainly,
  type Claim,
  type Claimant,
  type ClaimKey,
  type Id,
  type Likeness,
  type StateReader,
  type TerritoryPath,
} from '#kernel';
import { minutesAfter } from '#time';
import type { CommandData } from './finding.commands.js';
import { findingStream } from './finding.evolve.js';
import { claimsOnUse } from './finding.files.js';
import { ownerOf, stakesOf } from './finding.stakes.js';
import type { EvidenceItem, Finding, FindingState } from './finding.state.js';
import { openStages, overStages } from './finding.words.js';

/** What is recorded, as far as another record may be of the same. */
export interface Seen extends Pick<
  CommandData<'RecordObservation'>,
  'kind' | 'class' | 'place' | 'territoryId' | 'dutyPointId'
> {
  readonly evidence: readonly Pick<EvidenceItem, 'sha256'>[];
}

type Way = Likeness<FindingState>;

const DAY_MINUTES = 24 * 60;

const withinADay = (one: string, other: string): boolean =>
  one <= minutesAfter(other, DAY_MINUTES) && other <= minutesAfter(one, DAY_MINUTES);

/** When it happened: a correction claims later, and moves nothing. */
const happenedAt = ({ state, occurredAt }: Claimant<FindingState>): string =>
  state.is === 'new' ? occurredAt : state.occurredAt;

const is =
  (holds: (state: Finding) => boolean) =>
  (state: FindingState): boolean =>
    state.is !== 'new' && holds(state);

const counts = (state: Finding): boolean => !overStages.includes(state.is);

const placeKey = ({ territoryId, class: of, place, dutyPointId }: Omit<Seen, 'evidence'>): ClaimKey => [
  ...['finding', territoryId, of, plainly(place), dutyPointId ?? ''],
];

const samePlace = (seen: Seen, at: string): Way => {
  const key = placeKey(seen);
  return {
    key,
    holds: is((other) => counts(other) && isSameKey(placeKey(other.observation), key)),
    near: (other) => withinADay(happenedAt(other), at),
  };
};

const sameFiles = (evidence: Seen['evidence']): readonly Way[] =>
  [...new Set(evidence.map(({ sha256 }) => sha256))].map((sha256) => ({
    key: ['evidence', sha256],
    holds: is(counts),
  }));

const sameGap = ({ kind, dutyPointId }: Seen): readonly Way[] =>
  kind === 'gap' && dutyPointId
    ? [
        {
          key: ['gap', dutyPointId],
          holds: is((other) => openStages.includes(other.is) && other.observation.dutyPointId === dutyPointId),
        },
      ]
    : [];

/** F8: same place, class and duty point within a day; the same file; and of gap findings the same duty point, as long as one is open. */
const likenesses = (seen: Seen, at: string): readonly Way[] => [
  samePlace(seen, at),
  ...sameFiles(seen.evidence),
  ...sameGap(seen),
];

/** The ways in which a finding is like others only once it is corrected so (F9); files are not corrected. */
const newLikenesses = (state: Finding, right: CommandData<'CorrectObservation'>): readonly Way[] => {
  const before: Seen = { ...state.observation, evidence: [] };
  const known = new Set(likenesses(before, state.occurredAt).map(({ key }) => JSON.stringify(key)));
  const { class: of = before.class, place = before.place, dutyPointId = before.dutyPointId } = right;
  const after = likenesses({ ...before, class: of, place, dutyPointId }, state.occurredAt);
  return after.filter(({ key }) => !known.has(JSON.stringify(key)));
};

const found = (read: StateReader, ways: readonly Way[], own: Id): Promise<readonly Id[]> =>
  alike(read, findingStream, ways, own);

/** The other records that may be of the same thing, of those whom the actor may see. */
export const twinsOf = (
  read: StateReader,
  seen: Seen,
  { stream, occurredAt }: { readonly stream: Id; readonly occurredAt: string },
): Promise<readonly Id[]> => found(read, likenesses(seen, occurredAt), stream);

/** The other records that a finding may be the same as once it is corrected so. */
export const twinsOnceCorrected = (
  read: StateReader,
  [state, right]: readonly [Finding, CommandData<'CorrectObservation'>],
  stream: Id,
): Promise<readonly Id[]> => found(read, newLikenesses(state, right), stream);

/** The other findings that have one of these files. */
export const withSameFiles = (read: StateReader, evidence: Seen['evidence'], stream: Id): Promise<readonly Id[]> =>
  found(read, sameFiles(evidence), stream);

/** What a record lays claim to, so that one of the same thing that comes at the same moment finds it. */
export const claimsOf = (
  asked: Seen &
    Pick<CommandData<'RecordObservation'>, 'subjectOrgId' | 'subjectTold'> & {
      readonly evidence: readonly EvidenceItem[];
    },
  territoryPath: TerritoryPath,
  on: { readonly orgId?: Id<'organisation'>; readonly occurredAt: string },
): readonly Claim[] => {
  const seenBy = ownerOf(stakesOf({ ...asked, territoryPath }, on));
  return [...claimsOn(likenesses(asked, on.occurredAt), seenBy), ...claimsOnUse(asked.evidence, [], seenBy)];
};

/** What a finding lays claim to once it is corrected so. */
export const claimsOnceCorrected = (state: Finding, right: CommandData<'CorrectObservation'>): readonly Claim[] =>
  claimsOn(newLikenesses(state, right), ownerOf(state.stakes));

/** What a finding lays claim to with more files. */
export const claimsOnFiles = (state: Finding, evidence: readonly EvidenceItem[]): readonly Claim[] => [
  ...claimsOn(sameFiles(evidence), ownerOf(state.stakes)),
  ...claimsOnUse(evidence, state.evidence, ownerOf(state.stakes)),
];
