import type { EventStore } from '#platform/event-store';
import { about, type Finding } from '../../api/doctor/findings.js';

const LOG = about({ en: 'log', zh: '日志' });

/** Whether the log answers, and how far it goes. */
export const log = async (events: Pick<EventStore, 'head' | 'identity'>): Promise<Finding> =>
  LOG.ok(`${await events.identity()}, up to ${String(await events.head())} 至`);
