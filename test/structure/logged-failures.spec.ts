import { createLog } from '#platform/telemetry';
import { describe, expect, it } from '@jest/globals';
import { OF_FOLLOWERS } from '../support/failures-of-followers.js';
import { OF_REQUESTS } from '../support/failures-of-requests.js';
import { OF_UPKEEP } from '../support/failures-of-upkeep.js';
import { until } from '../support/soon.js';
import { projectFiles, read } from '../support/source-files.js';

interface Line {
  readonly msg: string;
  readonly error?: Readonly<Record<string, unknown>>;
}

/** The words of each line that is handed something that was caught; one of them is written by a process that ends with it. */
const inSources = projectFiles(/^(?:apps\/(?:api|cli)|libs)\/.*(?<!\.spec)\.ts$/).flatMap((path) =>
  [...read(path).matchAll(/\b(?:log|sink)\.(?:warn|error)\(\s*([^;]*?),\s*'([^']+)',?\s*\)/g)]
    .filter(([, facts = '']) => /\berror\b|nowWaits/.test(facts))
    .map(([, , words = '']) => words),
);
/** Each by the words of its line, with what makes it happen. */
const LOGGED = [...OF_FOLLOWERS, ...OF_REQUESTS, ...OF_UPKEEP];
const AT_THE_END = 'nobody caught this: the process ends';

describe('each failure that is logged', () => {
  it('is made to happen here', () => {
    expect(inSources).toContain(AT_THE_END);
    expect([...LOGGED.map(([words]) => words), AT_THE_END].sort()).toEqual([...inSources].sort());
  });

  it.each(LOGGED)('says what happened, and nothing that somebody typed: %s', async (words, happens) => {
    const lines: string[] = [];
    const log = createLog('debug', { to: { write: (line) => void lines.push(line) } });
    const end = await happens(log);
    await until(() => lines.some((line) => line.includes(words)));
    await end();
    const line = lines.map((text) => JSON.parse(text) as Line).find(({ msg }) => msg === words);
    expect(line?.error).toMatchObject({ name: expect.stringMatching(/^\w+$/), message: expect.stringMatching(/\w/) });
    expect(line?.error?.['frames']).toContainEqual(expect.stringMatching(/\.ts:\d+:\d+/));
    expect(lines.join('')).not.toMatch(/Invented|Person|hunter2/);
  });
});
