import { beforeAll, describe, expect, it } from '@jest/globals';
import { startNode } from '../../../test/support/node-process.js';
import type { Kind, Outcome } from '../../../test/support/kurrent-drill/drill.js';
import { LIMITS } from './limits.js';

interface Whole {
  readonly cases: number;
  /** How long the same took meanwhile where nothing was wrong: what the machine adds. */
  readonly controlMs: number;
  readonly pauseMs: number;
  readonly recorded: number;
  readonly wrong: number;
}

/** The port's own words for what could not be done in time; no name stands for what was done. */
const WORDS = ['', 'LogUnavailable', 'OutcomeUnknown'];
const READ = LIMITS.readMs;
/** The tail waits for three seconds and looks at the log once more. */
const DEADLINES: Readonly<Record<Kind, number>> = {
  ...{ append: LIMITS.appendMs, 'stream read': READ, 'log read': READ, head: READ, tail: 3_000 + READ },
};

/** A busy machine takes long for 140 of them. */
const PATIENCE_MS = 400_000;

/** In a process of its own, where a rejection that nobody handles is seen; with the settings that everybody has. */
describe('a cluster that loses its leader, its quorum, or its voice', () => {
  const outcomes: Outcome[] = [];
  let whole: Whole;
  beforeAll(async () => {
    const { ended, lines, line } = startNode('test/support/kurrent-drill/main.ts', ['40', '2000']);
    whole = JSON.parse(await line(/^\{"cases"/)) as Whole;
    expect(await ended).toBe(0);
    for (const text of lines) if (text.startsWith('{"fault"')) outcomes.push(JSON.parse(text) as Outcome);
  }, PATIENCE_MS);

  it('costs no process its life, at any phase of any call', () => {
    expect(whole.cases).toBe(140);
    expect(outcomes).toHaveLength(whole.cases);
  });

  /** A busy machine makes everybody wait, several times where a call takes several steps. */
  const busyMs = () => 3 * whole.controlMs;

  it('keeps no call beyond its deadline, and answers in the words of the port', () => {
    const late = ({ kind, settledMs }: Outcome) => settledMs > DEADLINES[kind] + 2_000 + busyMs();
    expect(outcomes.filter((one) => late(one) || !WORDS.includes(one.error))).toEqual([]);
  });

  it('goes on for everybody within two seconds of being back, with each command recorded once', () => {
    const late = ({ backMs }: Outcome) => backMs > 2_000 + busyMs();
    expect(outcomes.filter((one) => late(one) || one.wrong > 0)).toEqual([]);
  });

  it('takes appends within eight seconds when its leader is frozen and another one elected', () => {
    expect(whole.pauseMs).toBeLessThan(8_000 + busyMs());
    expect(whole).toMatchObject({ wrong: 0 });
    expect(whole.recorded).toBeGreaterThan(100);
  });
});
