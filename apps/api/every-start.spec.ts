import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLog } from '#platform/telemetry';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DATABASE_STATES, foundDatabase } from '../../test/support/database-states.js';
import { readConfig } from './config.js';
import { openDatabase } from './database.js';
import { serve } from './serve.js';
import { startFailure } from './start-failure.js';
import { settingsOf } from './system/settings-of.js';

describe('what machine or operator did ends no start in a stack trace', () => {
  describe.each(DATABASE_STATES)('where the database is $is', ({ make, said, mayPass = [] }) => {
    let found: Awaited<ReturnType<typeof foundDatabase>>;
    let folder: string;
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'sifang-start-'));
      found = await foundDatabase(make, folder);
    });
    afterAll(async () => {
      await found.drop();
      await rm(folder, { recursive: true });
    });

    const started = async (): Promise<unknown> => {
      const environment = { DATABASE_URL: found.url, DATA_DIR: join(folder, 'data'), PORT: '0' };
      const [config, log] = [readConfig(environment), createLog('silent')];
      try {
        const { applicationUrl } = await openDatabase(config, log, {
          meanwhile: () => undefined,
          lost: () => undefined,
        });
        const serving = await serve({ ...config, applicationUrl, shown: settingsOf(environment) }, log);
        await serving.close();
        return undefined;
      } catch (error) {
        return startFailure(error) ?? error;
      }
    };

    it('npm start', async () => {
      const told = await started();
      if (told === undefined) expect(mayPass).toContain('doctor');
      else expect(told).toEqual(expect.stringMatching(said));
      expect(told ?? '').toEqual(expect.stringMatching(/^$|^[^\n]*\p{Script=Han}[^\n]*$/u));
    });
  });
});
