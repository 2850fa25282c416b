import { join } from 'node:path';
import { verifyLog, type LogRecord } from '#platform/log-tools';
import { PostgresLogSource } from '#platform/postgres';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { BoxWorld } from '../support/box-world.js';
import { boxCard, shelfBoard } from '../support/boxes.js';
import { times } from '../support/faults.js';
import { startNode } from '../support/node-process.js';
import { query } from '../support/query.js';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.js';
import { newBoxes } from './support/box-work.js';
import { violations } from './support/invariants.js';
import { allRecords, inspectorUrl, openCluster, type OwnCluster } from './support/own-cluster.js';
import type { Told } from './support/told.js';
import { write } from './support/writers.js';

// Servers start and end here, on machines that may be busy.
jest.setTimeout(times(240_000, 1_800_000));

const VIEWS = [boxCard(), shelfBoard()];

describe('F27 a log copied into a new cluster', () => {
  const root = temporaryFolder();
  let source: BoxWorld;
  let target: OwnCluster;
  let told: readonly Told[];
  beforeAll(async () => {
    [source, target] = [await BoxWorld.open(), await openCluster(join(root, 'target'))];
    const { start, caughtUp } = source.follower(VIEWS, source.events, undefined, 200_000);
    await start();
    told = await write({ writers: 16, work: newBoxes(source.events), more: (done) => done < times(60, 5_000) });
    await caughtUp();
  });
  afterAll(async () => {
    await source.close();
    await target.close();
    removeFolder(root);
  });

  const copy = () =>
    startNode('apps/cli/sifang.ts', [
      ...['--json', 'log', 'copy', '--from', source.database.applicationUrl],
      ...['--to', target.server.ownerUrl],
    ]);
  const held = async () => {
    const [row] = await query(target.server.ownerUrl, 'SELECT count(*)::int AS events FROM log.event');
    return Number(row?.['events']);
  };

  it('is the same byte for byte, however often the copy is killed', async () => {
    const records = await allRecords(source.database.applicationUrl);
    for (let n = 0; n < times(2, 10); n++) {
      const before = await held();
      const run = copy();
      const state = { over: false, begun: false };
      const over = run.ended.then(() => (state.over = true));
      const look = async () => {
        while (!state.over && !state.begun) state.begun = (await held()) > before;
      };
      await Promise.race([look(), over]);
      run.child.kill('SIGKILL');
      await run.ended;
      expect(await isPrefix(records)).toBe(true);
    }
    const run = copy();
    expect(await run.ended).toBe(0);
    expect(JSON.parse(run.lines.join('\n'))).toMatchObject([{ events: records.length }]);
    expect(await allRecords(target.server.applicationUrl)).toEqual(records);
  });

  /** Events of one command come together, so a copy that broke off ends with a whole one. */
  const isPrefix = async (records: readonly LogRecord[]): Promise<boolean> => {
    const some = await allRecords(target.server.applicationUrl);
    expect(some).toEqual(records.slice(0, some.length));
    return (records[some.length]?.commandIndex ?? 0) === 0;
  };

  it('has an identity of its own, so that no view takes up where it was in the other log', async () => {
    expect(await target.world.events.identity()).not.toBe(await source.events.identity());
    const log = new PostgresLogSource(target.server.applicationUrl);
    expect(await verifyLog(log, { isDense: true })).not.toHaveProperty('reason');
    await log.close();
  });

  it('gives the same views, and answers every command as it was answered before', async () => {
    await target.world.follower(VIEWS).start();
    expect(await violations({ url: inspectorUrl(target.server), told, views: VIEWS })).toEqual([]);
    for (const view of ['box_card_v1', 'shelf_board_v1']) {
      expect(await target.world.rows(view)).toEqual(await source.rows(view));
    }
    const [command] = told;
    const answer = command && (await target.world.events.answerTo(command));
    expect(answer).toEqual(command && (await source.events.answerTo(command)));
    expect(answer).toMatchObject({ repeated: true, position: command?.last.is === 'acked' && command.last.position });
  });
});
