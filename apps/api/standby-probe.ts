import type { Standbys } from '#platform/postgres';
import type { Alarm, Probe } from '#platform/telemetry';

const WAITS = { en: 'Whether commits wait for a standby: 0 or 1.', zh: '提交是否等待备库：0 或 1。' };
const THERE = { en: 'How many standbys commits wait for are there.', zh: '提交所等待的备库中在线的数量。' };

const MISSING: Alarm = {
  name: 'standby-missing',
  of: 'database',
  text: {
    en: 'Commits wait for a standby, and none is there: nothing is recorded until one is back.',
    zh: '提交须等待备库，而备库均未连接：恢复前无法记录。',
  },
  facts: {},
};

/** Whether commits wait for a standby, and whether one is there, as far as the role may see it. */
export const standbyProbe =
  (look: () => Promise<Standbys>): Probe =>
  async () => {
    const { names, there } = await look();
    const isWaiting = names !== '';
    const counted = there === undefined ? [] : [{ name: 'standbys_there', help: THERE, value: there }];
    return {
      metrics: [{ name: 'commits_wait_for_standby', help: WAITS, value: isWaiting ? 1 : 0 }, ...counted],
      alarms: isWaiting && there === 0 ? [MISSING] : [],
    };
  };
