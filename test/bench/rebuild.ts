import { interleaved, resultOf, type Bench, type Result } from './bench.js';
import { eventsAsked, measuredBy, withGeneratedLog } from './generated-log.js';

const ROUNDS = 3;
/** Memory is compared between a log and a tenth of it. */
const TENTH = 10;

interface Built {
  readonly perSecond: number;
  /** The most memory that it held, in megabytes. */
  readonly rss: number;
}

const measure = async (url: string, events: number): Promise<readonly Result[]> => {
  const by = (way: 'store' | 'fold', count = events) =>
    measuredBy<Built>('rebuild-process.ts', way, url, String(count));
  const rates = await interleaved(
    ROUNDS,
    () => by('store'),
    () => by('fold'),
  );
  const tenths: Built[] = [];
  while (tenths.length < ROUNDS) tenths.push(await by('store', Math.floor(events / TENTH)));
  const perSecond = rates.map(({ ours, theirs }) => ({ ours: ours.perSecond, theirs: theirs.perSecond }));
  const rss = rates.map(({ ours }, round) => ({ ours: ours.rss, theirs: tenths[round]?.rss ?? NaN }));
  return [
    resultOf('all views, beside reading and folding alone', 'events/s', perSecond, { direction: '>=', ratio: 0.6 }),
    resultOf('memory, beside that for a tenth of the log', 'MB', rss, { direction: '<=', ratio: 1.2 }),
  ];
};

export const rebuild: Bench = {
  title: 'Building all views anew, indexes included',
  columns: ['rebuild', 'beside'],
  run: () => {
    const events = eventsAsked();
    return withGeneratedLog(events, ({ applicationUrl }) => measure(applicationUrl, events));
  },
};
