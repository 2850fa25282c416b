import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { VIEWS_OF_ALL } from '../../apps/api/contexts.js';
import { full, times } from '../support/faults.js';
import { freshDatabase } from '../support/fresh-database.js';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.js';
import { apiClient, newPeople } from './support/api-work.js';
import { startApi } from './support/api-process.js';
import { violations } from './support/invariants.js';
import { counted } from './support/told.js';
import { write } from './support/writers.js';

const MINUTES = times(10 / 60, 30);
const WARM_UP = 1 / 3;
const MOST_MB_A_MINUTE = 1;
const MOST_HANDLES_MORE = 10;

interface Sample {
  readonly minute: number;
  readonly megabytes: number;
  readonly handles: number;
}

/** Memory and open files of a process, as Linux tells them; undefined elsewhere. */
const sampleOf = (pid: number, minute: number): Sample | undefined => {
  if (process.platform !== 'linux') return undefined;
  const kilobytes = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  return { minute, megabytes: kilobytes / 1024, handles: readdirSync(`/proc/${pid}/fd`).length };
};

/** The slope of the line nearest to the samples, in MB a minute. */
const slopeOf = (samples: readonly Sample[]): number => {
  const mean = (of: (sample: Sample) => number) => samples.reduce((sum, one) => sum + of(one), 0) / samples.length;
  const [minute, megabytes] = [mean((one) => one.minute), mean((one) => one.megabytes)];
  const spread = samples.reduce((sum, one) => sum + (one.minute - minute) ** 2, 0);
  return samples.reduce((sum, one) => sum + (one.minute - minute) * (one.megabytes - megabytes), 0) / spread;
};

describe('F41: the application at full rate for a while', () => {
  it(
    `keeps every promise${full ? ', and neither its memory nor its open files grow' : ''} (${MINUTES.toFixed(1)} min)`,
    async () => {
      const database = await freshDatabase();
      const dataDir = temporaryFolder();
      const api = await startApi(database, dataDir);
      const client = await apiClient(dataDir, () => api.address);
      const began = performance.now();
      const minutes = () => (performance.now() - began) / 60_000;
      const samples: Sample[] = [];
      const sampling = setInterval(() => {
        const sample = sampleOf(api.child.pid ?? 0, minutes());
        if (sample) samples.push(sample);
      }, 1_000);
      const told = await write({ writers: 8, work: newPeople(client), more: () => minutes() < MINUTES });
      clearInterval(sampling);

      expect(counted(told)).toMatchObject({ refused: 0, unknown: 0, later: 0 });
      expect(await violations({ url: database.superuserUrl, told, views: VIEWS_OF_ALL, address: api.address })).toEqual(
        [],
      );
      const warm = samples.filter(({ minute }) => minute > MINUTES * WARM_UP);
      const [first, last] = [warm[0], warm.at(-1)];
      if (full)
        console.log(
          `F41: ${told.length} commands, ${slopeOf(warm).toFixed(2)} MB/min, ${last?.handles ?? '?'} handles`,
        );
      // Within seconds these are noise, and elsewhere than on Linux they are not known.
      if (full && first && last) {
        expect(slopeOf(warm)).toBeLessThan(MOST_MB_A_MINUTE);
        expect(last.handles - first.handles).toBeLessThan(MOST_HANDLES_MORE);
      }
      api.child.kill();
      expect(await api.ended).toBe(0);
      await database.drop();
      removeFolder(dataDir);
    },
    (MINUTES + 5) * 60_000,
  );
});
