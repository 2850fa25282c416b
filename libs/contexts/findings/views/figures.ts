import type { Looking, TallyGroup, Views } from '#platform/views';
import { openStages } from '../finding.words.js';
import { findingsDueSoon, overdueFindings } from './deadlines.js';
import { findingCard } from './finding-card.view.js';

/** What was confirmed and has come to no end: something that was only seen is no finding yet. */
export const OPEN = openStages.filter((stage) => stage !== 'observed');

/** How many findings are open at a moment, and how these stand. */
interface FindingFigures {
  readonly open: number;
  readonly dueSoon: number;
  readonly overdue: number;
  readonly recurred: number;
}

const NONE: TallyGroup = { value: null, total: 0, counts: {} };

/** Counted in one statement, by what the lists of findings narrow by: so they show exactly these. */
export const findingFigures = async (
  views: Pick<Views, 'tally' | 'instant'>,
  looking: Looking,
): Promise<FindingFigures> => {
  const moment = await views.instant(looking);
  const during = { overdue: overdueFindings(moment), dueSoon: findingsDueSoon(moment) };
  const [{ total, counts } = NONE] = await views.tally(
    findingCard,
    { where: { status: OPEN }, count: ['relapsed'], during },
    looking,
  );
  const of = (name: string) => counts[name] ?? 0;
  return { open: total, dueSoon: of('dueSoon'), overdue: of('overdue'), recurred: of('relapsed') };
};
