import { lookAtStandbys, withQueries, type Standbys } from '#platform/postgres';
import { z } from 'zod';
import { about, type Finding } from './findings.js';

const SERVER = about({ en: 'server', zh: '数据库版本' });
const STANDBY = about({ en: 'standby', zh: '备库' });
const CLOCK = about({ en: 'clock', zh: '时钟' });

const Told = z.object({ version: z.string(), at: z.date() });
const ASK = `SELECT current_setting('server_version') AS version, clock_timestamp() AS at`;

/** Apart by more than this, times in the record and times that people see differ noticeably. */
const APART_MS = 2_000;

/** What a database says of itself to the role of the application. */
export const database = (url: string, now: () => Date): Promise<readonly Finding[]> =>
  withQueries(url, async (ask) => {
    const { version, at } = Told.parse((await ask(ASK, []))[0]);
    const apart = clock(at, now());
    return [SERVER.ok(`PostgreSQL ${version}`), standby(await lookAtStandbys(ask)), apart];
  });

/** Whether an answer waits until a standby has what was written, as far as the role may see it. */
export const standby = ({ names, there }: Standbys): Finding => {
  if (names === '') return STANDBY.ok('commits wait for this server only 提交仅等待本机');
  if (there === undefined) {
    const todo = { en: 'GRANT pg_monitor to it to see more', zh: '如需查看，请授予 pg_monitor' };
    return STANDBY.warning(
      `commits wait for ${names}; this role is not shown which are there 当前角色看不到其状态`,
      todo,
    );
  }
  if (there > 0) return STANDBY.ok(`commits wait for ${String(there)} of ${names} 提交等待备库`);
  const todo = { en: 'bring a standby back, or nothing is recorded', zh: '请恢复备库，否则无法记录' };
  return STANDBY.failed(`commits wait for ${names}, and none is there 备库均未连接`, todo);
};

/** How far the clocks of the two machines are apart. */
export const clock = (theirs: Date, ours: Date): Finding => {
  const seconds = (theirs.getTime() - ours.getTime()) / 1_000;
  const found = `${seconds.toFixed(1)} s ahead of this machine 较本机快`;
  if (Math.abs(seconds) * 1_000 <= APART_MS) return CLOCK.ok(found);
  return CLOCK.warning(found, { en: 'set both clocks by one source', zh: '请统一校时' });
};
