import type { Clock } from '#platform/decide';
import type { EventStore } from '#platform/event-store';
import type { Progress } from '#platform/follow';
import type { KeptKeys } from '#platform/personal-data';
import { patiently } from '#platform/telemetry';
import { holds } from './health-probes.js';

/** One thing that must work before requests are welcome. */
export interface ReadinessCheck {
  readonly name: string;
  /** Whether it works now; a failure or a long silence counts as no. */
  ready(): Promise<boolean>;
}

/** Stands for the list of checks where it is injected. */
export const READINESS = Symbol('Readiness');

/** A check that says nothing for so long has failed. */
const PATIENCE_MS = 2000;

const works = async (check: ReadinessCheck) => (await patiently(() => check.ready(), PATIENCE_MS)) === true;

/** What does not work now, by name. */
export const failingOf = async (checks: readonly ReadinessCheck[]): Promise<readonly string[]> => {
  const working = await Promise.all(checks.map(works));
  return checks.filter((_, index) => !working[index]).map(({ name }) => name);
};

/** Answers about a past longer ago than this would mislead whoever asks. */
const BEHIND_SECONDS = 60;

/** The log answers, and what is shown is not far behind it. */
export const readiness = (
  events: EventStore,
  progress: Progress,
  clock: Clock,
  keys: Pick<KeptKeys, 'check'>,
): readonly ReadinessCheck[] => [
  { name: 'keys-damaged', ready: () => Promise.resolve(holds(() => keys.check())) },
  { name: 'log', ready: async () => (await events.head(), true) },
  { name: 'views', ready: async () => (await progress.lag(clock())).views.seconds < BEHIND_SECONDS },
  { name: 'policies', ready: async () => (await progress.lag(clock())).policies.seconds < BEHIND_SECONDS },
];
