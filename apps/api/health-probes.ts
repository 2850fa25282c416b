import type { Clock } from '#platform/decide';
import type { Lag, Progress, TimerDelay } from '#platform/follow';
import type { OpenTransaction, OpenTransactions } from '#platform/postgres';
import type { Alarm, Metric, Probe } from '#platform/telemetry';

/** A transaction of a minute keeps old rows from being cleaned away, and may keep locks. */
const LONG_SECONDS = 60;
/** Whoever looks at what was due then would wonder. */
const LATE_SECONDS = 60;
/** Honest clocks differ by less. */
export const APART_SECONDS = 2;

const lagMetrics = (follower: string, { events, seconds }: Lag): readonly Metric[] => [
  {
    name: 'follower_lag_events',
    help: { en: 'Events not read yet, counted up to a thousand.', zh: '尚未读取的事件数，最多计至一千。' },
    value: events,
    labels: { follower },
  },
  {
    name: 'follower_lag_seconds',
    help: { en: 'How long the first of them has waited.', zh: '其中最早一条已等待的秒数。' },
    value: seconds,
    labels: { follower },
  },
];

const timersLate = (seconds: number): Alarm => ({
  name: 'timers-late',
  of: 'timers',
  text: {
    en: 'Something has been due for a minute and was not asked for: see whether timers follow the log, and what they log.',
    zh: '有到期事项超过一分钟仍未处理：请检查定时器是否跟上日志，并查看其日志。',
  },
  facts: { seconds: Math.round(seconds) },
});

const keysDamaged: Alarm = {
  name: 'keys-damaged',
  of: 'keys',
  text: {
    en: 'Keys of personal data are missing: bring the backup of the folder of keys back. Nothing more is sealed until then.',
    zh: '个人信息密钥缺失：请恢复密钥目录的备份，此前不再加密写入新内容。',
  },
  facts: {},
};

/** Whether all keys are there that were. */
export const keysProbe =
  (check: () => void): Probe =>
  () => {
    const help = { en: 'Whether keys of personal data are missing.', zh: '个人信息密钥是否缺失。' };
    const isWhole = holds(check);
    const metrics = [{ name: 'keys_damaged', help, value: isWhole ? 0 : 1 }];
    return Promise.resolve({ metrics, alarms: isWhole ? [] : [keysDamaged] });
  };

interface Delayed {
  timerDelay(now: Date): Promise<TimerDelay>;
}

/** Whether a check throws nothing. */
export const holds = (check: () => void): boolean => {
  try {
    check();
    return true;
  } catch {
    return false;
  }
};

/** How far the slowest view, the policies and the timers are behind the log, and timers behind what is due. */
export const lagProbe =
  (progress: Pick<Progress, 'lag'>, timers: Delayed, clock: Clock): Probe =>
  async () => {
    const now = clock();
    const [{ views, policies }, { lag, lateSeconds }] = await Promise.all([progress.lag(now), timers.timerDelay(now)]);
    const metrics = [
      ...[...lagMetrics('views', views), ...lagMetrics('policies', policies), ...lagMetrics('timers', lag)],
      {
        name: 'timer_late_seconds',
        help: { en: 'How long the oldest thing that is due has waited.', zh: '最早到期而未处理事项的秒数。' },
        value: lateSeconds,
      },
    ];
    return {
      metrics: metrics.sort((a, b) => a.name.localeCompare(b.name)),
      alarms: lateSeconds >= LATE_SECONDS ? [timersLate(lateSeconds)] : [],
    };
  };

/** Streams that wait because a view, a policy or a timer cannot get past an event; each was told of in the log when it began. */
export const parkedProbe =
  (parked: () => Promise<readonly unknown[]>): Probe =>
  async () => {
    const help = {
      en: 'Streams that wait for a view, a policy or a timer.',
      zh: '等待视图、策略或定时器处理的事件流数。',
    };
    return { metrics: [{ name: 'parked_streams', help, value: (await parked()).length }], alarms: [] };
  };

const longOpen = ({ id, seconds, ...session }: OpenTransaction): Alarm => ({
  name: 'open-transaction',
  of: id,
  text: {
    en: 'A database session has kept a transaction open for long: find out whose it is, and end it.',
    zh: '有数据库会话长时间未结束事务：请查明归属并结束该会话。',
  },
  facts: { ...session, seconds: Math.round(seconds) },
});

/** Transactions that somebody forgot to end (F08). */
export const transactionProbe =
  (transactions: Pick<OpenTransactions, 'look'>, longSeconds = LONG_SECONDS): Probe =>
  async () => {
    const open = await transactions.look();
    const help = { en: 'Age of the oldest open transaction.', zh: '最早未结束事务的秒数。' };
    return {
      metrics: [{ name: 'oldest_transaction_seconds', help, value: open[0]?.seconds ?? 0 }],
      alarms: open.filter(({ seconds }) => seconds >= longSeconds).map(longOpen),
    };
  };
