import type { Id } from '#kernel';
import type { Looking, Views as AllViews } from '#platform/views';
import type { Party } from '../duty-point.words.js';
import { dutyPointCard } from './duty-point-card.view.js';
import { gap } from './gap.view.js';

type Views = Pick<AllViews, 'tally' | 'count'>;

/** The gaps by which nobody holds a duty, or the share of a party in it; one whose holder has left is not whole. */
const NOBODY = { kind: ['no-holder', 'orphan-step'] } as const;

/** How many duties nobody holds, in whole or for a party: each once, however many of its parties are missing. */
export const unownedDuties = async (views: Views, looking: Looking): Promise<number> =>
  (await views.tally(gap, { where: NOBODY, by: 'dutyPointId', count: [] }, looking)).length;

/** The duty points of a place and below, and of how many of them each party is missing. */
interface PlaceFigures {
  readonly dutyPoints: number;
  readonly lacking: Readonly<Record<Party, number>>;
}

export const placeFigures = async (views: Views, within: Id<'territory'>, looking: Looking): Promise<PlaceFigures> => {
  const here = { ...looking, within };
  const [dutyPoints, parties] = await Promise.all([
    views.count(dutyPointCard, {}, here),
    views.tally(gap, { where: { kind: 'no-holder' }, by: 'party', count: [] }, here),
  ]);
  const of = (party: Party) => parties.find(({ value }) => value === party)?.total ?? 0;
  const [territorial, departmental] = [of('territorial'), of('departmental')];
  return { dutyPoints, lacking: { territorial, departmental, unit: of('unit'), individual: of('individual') } };
};
