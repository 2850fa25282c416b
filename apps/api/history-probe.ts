import type { EventStore } from '#platform/event-store';
import type { Probe } from '#platform/telemetry';

const HELP = { en: 'Streams whose history is known to be damaged.', zh: '已知历史记录损坏的事件流数。' };
const TEXT = {
  en: 'The history of a stream is damaged: nothing is recorded on it. Run sifang log verify, and restore the log from a copy.',
  zh: '事件流的历史记录已损坏，不能据其登记：请运行 sifang log verify，并从备份恢复日志。',
};

/** Where the log is known not to be whole: commands on these streams are refused, the others are served. */
export const historyProbe =
  (events: Pick<EventStore, 'damages'>): Probe =>
  () => {
    const damages = events.damages();
    return Promise.resolve({
      metrics: [{ name: 'damaged_streams', help: HELP, value: damages.length }],
      alarms: damages.map(({ stream, position, reason }) => ({
        ...{ name: 'history-damaged', of: stream, text: TEXT },
        facts: { stream, position: String(position), reason },
      })),
    });
  };
