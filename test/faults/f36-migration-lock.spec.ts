import { cpSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MIGRATIONS, migrate } from '#platform/postgres';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { BoxWorld } from '../support/box-world.js';
import { boxCard } from '../support/boxes.js';
import { times } from '../support/faults.js';
import { query } from '../support/query.js';
import { soon, until } from '../support/soon.js';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.js';
import { newBoxes } from './support/box-work.js';
import { violations } from './support/invariants.js';
import { counted } from './support/told.js';
import { write, type Work } from './support/writers.js';

const VIEWS = [boxCard()];
const WRITERS = 50;

describe('F36 a migration that needs a table which 50 writers use', () => {
  let world: BoxWorld;
  const folder = temporaryFolder();
  beforeEach(async () => {
    world = await BoxWorld.open();
    await world.follower(VIEWS).start();
    for (const name of readdirSync(MIGRATIONS)) cpSync(join(MIGRATIONS, name), join(folder, name));
    writeFileSync(join(folder, '9999_wider.sql'), 'ALTER TABLE log.event ADD COLUMN wider integer;');
  });
  afterEach(async () => {
    await world.close();
    removeFolder(folder);
  });

  const wider = `SELECT count(*) AS n FROM pg_attribute WHERE attrelid = 'log.event'::regclass AND attname = 'wider'`;

  it('lets them go on while it cannot have the table, and is done once it can', async () => {
    let acked = 0;
    let on = true;
    const boxes = newBoxes(world.events);
    const work: Work = async (commandId, writer) => {
      const command = await boxes(commandId, writer);
      const send = async () => {
        const attempt = await command.send();
        if (attempt.is === 'acked') acked++;
        return attempt;
      };
      return { ...command, send };
    };
    const writing = write({ writers: WRITERS, work, more: () => on });
    // A report that reads the log for a long time: the migration has to wait for it.
    const report = new Client({ connectionString: world.database.superuserUrl });
    await report.connect();
    await report.query('BEGIN; SELECT count(*) FROM log.event');
    const migrating = migrate({ ownerUrl: world.database.ownerUrl, appRole: 'sifang_app', folder });
    // Queued behind the report, with all writers queued behind it: seen more than once, so it let go and came back.
    for (let round = 0; round < times(2, 5); round++) {
      await soon(async () => {
        const waiting = await world.sql(`SELECT FROM pg_locks WHERE NOT granted AND mode = 'AccessExclusiveLock'`);
        expect(waiting).not.toEqual([]);
      });
      const before = acked;
      await until(() => acked > before + 2 * WRITERS);
    }
    expect(await query(world.database.ownerUrl, wider)).toEqual([{ n: '0' }]);
    await report.query('COMMIT');
    await report.end();

    expect(await migrating).toEqual([expect.stringContaining('wider')]);
    on = false;
    const told = await writing;
    expect(await query(world.database.ownerUrl, wider)).toEqual([{ n: '1' }]);
    expect(counted(told).acked).toBe(told.length);
    expect(await violations({ url: world.database.superuserUrl, told, views: VIEWS })).toEqual([]);
  });
});
