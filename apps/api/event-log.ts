import type { Text } from '#kernel';
import type { EventStore } from '#platform/event-store';
import type { KeptKeys } from '#platform/personal-data';
import { CannotStart, isPrimary, PostgresEventStore, queryPool, type Pool } from '#platform/postgres';
import type { Settings } from './config.js';
import type { TlsFiles } from './network/tls-files.js';

/** The log, with the way to leave it, and how long it is waited for where that is not PostgreSQL's to say. */
export type EventLog = EventStore & { readonly patience?: Text; close(): Promise<void> };

/** What the application is made of: its settings, the log and its keys, which are open. */
export interface Opened extends Settings {
  readonly events: EventLog;
  /** The keys that belong to the log. */
  readonly keys: KeptKeys;
  /** HTTPS of its own. */
  readonly tls?: TlsFiles | undefined;
}

/**
 * Opens the log that the settings name: PostgreSQL's, or KurrentDB's when `EVENT_STORE` says where that is. Throws CannotStart
 * with one line when KurrentDB cannot be used.
 */
export const openEventLog = async (settings: Pick<Settings, 'applicationUrl' | 'eventStoreUrl'>): Promise<EventLog> =>
  settings.eventStoreUrl === undefined
    ? new PostgresEventStore(settings.applicationUrl)
    : openKurrent(settings.eventStoreUrl);

/** Its client is loaded for those who use it: it takes longer than many a start. */
const openKurrent = async (url: string): Promise<EventLog> => {
  const { BadAddress, KurrentEventStore, LogRefused, LogUnavailable } = await import('#platform/eventstoredb');
  let log: EventLog | undefined;
  try {
    log = new KurrentEventStore(url);
    await log.identity();
    return log;
  } catch (error) {
    await log?.close();
    if (error instanceof BadAddress) {
      throw new CannotStart({ en: `EVENT_STORE ${error.message}`, zh: '事件库地址无效，请改正 EVENT_STORE' });
    }
    const isTheirs = error instanceof LogRefused || error instanceof LogUnavailable;
    if (!isTheirs) throw error;
    throw new CannotStart({
      en: `EVENT_STORE: ${oneLine(error.message)}; set it to a log that can be used`,
      zh: '事件库无法使用，请检查该服务或更改 EVENT_STORE',
    });
  }
};

const oneLine = (text: string) =>
  text
    .replace(/Resolution note:\s*$/, '')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** Whether the log is read where it is written, and not on a copy that may lag: KurrentDB's always is, by asking the leader. */
export const isWrittenWhereRead = (eventStoreUrl: string | undefined, pool: Pool) => (): Promise<boolean> =>
  eventStoreUrl === undefined ? isPrimary(queryPool(pool)) : Promise.resolve(true);
