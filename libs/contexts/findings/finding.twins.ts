import type { Claim, Claimant, ClaimKey, Id, StateReader, TerritoryPath } from '#kernel';
import { minutesAfter } from '#time';
import type { CommandData } from './finding.commands.js';
import { findingStream } from './finding.evolve.js';
import { ownerOf, stakesOf } from './finding.stakes.js';
import type { Finding, FindingState } from './finding.state.js';
import { openStages, overStages } from './finding.words.js';
import type { FindingClass } from './finding.words.js';

/** What is recorded, as far as another record may be of the same. */
export type Seen = Pick<
  CommandData<'RecordObservation'>,
  'kind' | 'class' | 'place' | 'territoryId' | 'dutyPointId' | 'evidence'
>;

/** A way in which two records may be of the same thing: where they meet, and whether one that is met there is one. */
interface Likeness {
  readonly key: ClaimKey;
  readonly holds: (other: Claimant<FindingState>) => boolean;
}

const DAY_MINUTES = 24 * 60;

/** One place has several spellings. */
export const plainly = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '').toLowerCase();

const withinADay = (one: string, other: string): boolean =>
  one <= minutesAfter(other, DAY_MINUTES) && other <= minutesAfter(one, DAY_MINUTES);

/** What is not there yet has no state to look at: it counts as what it is about to be. */
const stillIs =
  (holds: (state: Finding) => boolean) =>
  ({ state }: Claimant<FindingState>): boolean =>
    state.is === 'new' || holds(state);

const counts = ({ is }: Finding): boolean => !overStages.includes(is);

const samePlace = (of: FindingClass, { dutyPointId }: Pick<Seen, 'dutyPointId'>, at: string): Likeness['holds'] => {
  const is = stillIs(
    (state) => counts(state) && state.observation.class === of && state.observation.dutyPointId === dutyPointId,
  );
  return (other) => withinADay(other.occurredAt, at) && is(other);
};

/** F8: same place, class and duty point within a day; the same file; and of gap findings the same duty point, as long as one is open. */
const likenesses = (seen: Seen, at: string): readonly Likeness[] => {
  const { kind, class: of, place, territoryId, dutyPointId, evidence } = seen;
  const digests = [...new Set(evidence.map(({ sha256 }) => sha256))];
  return [
    { key: ['finding', territoryId, of, plainly(place), dutyPointId ?? ''], holds: samePlace(of, seen, at) },
    ...digests.map((sha256) => ({ key: ['evidence', sha256], holds: stillIs(counts) })),
    ...(kind === 'gap' && dutyPointId
      ? [
          {
            key: ['gap', dutyPointId],
            holds: stillIs(({ is, observation }) => openStages.includes(is) && observation.dutyPointId === dutyPointId),
          },
        ]
      : []),
  ];
};

/** The other records that may be of the same thing, of those whom the actor may see. */
export const twinsOf = async (
  read: StateReader,
  seen: Seen,
  { stream, occurredAt }: { readonly stream: Id; readonly occurredAt: string },
): Promise<readonly Id[]> => {
  const found = await Promise.all(
    likenesses(seen, occurredAt).map(async ({ key, holds }) =>
      (await read.claimants(findingStream, key, stream)).filter(holds).map(({ by }) => by),
    ),
  );
  return [...new Set(found.flat())].sort();
};

/** What a record lays claim to, so that one of the same thing that comes at the same moment finds it. */
export const claimsOf = (
  asked: Seen & Pick<CommandData<'RecordObservation'>, 'subjectOrgId' | 'subjectTold'>,
  territoryPath: TerritoryPath,
  on: { readonly orgId?: Id<'organisation'>; readonly occurredAt: string },
): readonly Claim[] => {
  const seenBy = ownerOf(stakesOf({ ...asked, territoryPath }, on));
  return likenesses(asked, on.occurredAt).map(({ key }) => ({ key, seenBy }));
};
