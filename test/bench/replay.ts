import { interleaved, resultOf, type Bench, type Result } from './bench.js';
import { eventsAsked, measuredBy, withGeneratedLog } from './generated-log.js';

const ROUNDS = 5;
const GOAL = { direction: '>=', ratio: 0.55 } as const;
/** What it was when no event could be passed over. */
const EACH_READ = { direction: '>=', ratio: 0.3 } as const;

interface Replayed {
  readonly perSecond: number;
}

const PROGRAM = 'replay-process.ts';

const measure = async (url: string): Promise<readonly Result[]> => {
  const by = (way: string) => async () => (await measuredBy<Replayed>(PROGRAM, way, url)).perSecond;
  // The server's memory holds what it can hold before anybody is measured.
  await by('copy')();
  const copied = await interleaved(ROUNDS, by('follow'), by('copy'));
  const parsed = await interleaved(ROUNDS, by('follow'), by('parse'));
  const read = await interleaved(ROUNDS, by('read'), by('parse'));
  return [
    resultOf('beside COPY … TO STDOUT as text, thrown away', 'events/s', copied, GOAL),
    resultOf('beside JSON.parse alone, in memory', 'events/s', parsed, GOAL),
    resultOf('each event parsed and checked, beside JSON.parse alone', 'events/s', read, EACH_READ),
  ];
};

export const replay: Bench = {
  title: 'The whole log through a follower without views',
  columns: ['follower', 'limit'],
  run: () => withGeneratedLog(eventsAsked(), ({ applicationUrl }) => measure(applicationUrl)),
};
