import { plainly, type Id } from '#kernel';
import type { Narrowing } from '#platform/views';
import { minutesAfter } from '#time';
import { openStages, overStages, type FindingClass } from '../finding.words.js';
import type { FindingCard } from './finding-card.js';

const DAY_MINUTES = 24 * 60;

/** Something that is recorded, or is about to be, as far as others may look the same. */
export interface Looks {
  readonly territoryId?: Id<'territory'> | undefined;
  readonly class?: FindingClass | undefined;
  readonly place?: string | undefined;
  readonly dutyPointId?: Id<'dutyPoint'> | undefined;
  readonly occurredAt: string;
  readonly sha256?: readonly string[] | undefined;
}

/** How a finding that is recorded looks. */
export const looksOf = (card: FindingCard): Looks => ({
  ...{ territoryId: card.territoryId, class: card.class, place: card.place, occurredAt: card.occurredAt },
  ...{ dutyPointId: card.dutyPointId, sha256: card.digests },
});

const samePlace = ({ territoryId, class: of, place, dutyPointId, occurredAt }: Looks): Narrowing<FindingCard>[] => {
  if (territoryId === undefined || of === undefined || place === undefined) return [];
  const where = { territoryId, class: of, plainPlace: plainly(place), ...(dutyPointId && { dutyPointId }) };
  const from = minutesAfter(occurredAt, -DAY_MINUTES);
  // Periods end just before an instant.
  return [{ where, between: [{ field: 'occurredAt', from, to: minutesAfter(occurredAt, DAY_MINUTES + 1) }] }];
};

const sameFile = ({ sha256 = [] }: Looks): Narrowing<FindingCard>[] =>
  sha256.length > 0 ? [{ where: { digests: sha256 } }] : [];

const sameGap = ({ class: of, dutyPointId }: Looks): Narrowing<FindingCard>[] =>
  of === 'responsibilityGap' && dutyPointId ? [{ where: { kind: 'gap', dutyPointId, status: openStages } }] : [];

/** The ways in which findings may be of the same thing (F8). */
export const waysToBeTheSame = (looks: Looks): readonly Narrowing<FindingCard>[] => [
  ...samePlace(looks),
  ...sameFile(looks),
  ...sameGap(looks),
];

/** Of those that are found, each once and without itself, what counts and is about the same duty point where it was found by its place. */
export const sameAs = (found: readonly FindingCard[], looks: Looks, self: string | undefined): FindingCard[] => {
  const shared = new Set(looks.sha256);
  const isSame = ({ dutyPointId, digests }: FindingCard) =>
    dutyPointId === looks.dutyPointId || digests.some((one) => shared.has(one));
  const others = found.filter((card) => card.id !== self && !overStages.includes(card.status) && isSame(card));
  return [...new Map(others.map((card) => [card.id, card])).values()];
};
