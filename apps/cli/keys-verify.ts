import { evidenceEvents } from '#contexts/evidence';
import { kindOf } from '#kernel';
import type { After, EventStore, StoredEvent } from '#platform/event-store';
import { KEY_ERASED, keyIdsIn, type KeyStore } from '#platform/personal-data';
import { openEventLog } from '../api/event-log.js';
import { openKeys } from '../api/keys/open-keys.js';
import { showSteps } from './show-steps.js';
import { withDatabase } from './with-database.js';

/** Something that is sealed under a key that is not there, and that nobody erased. */
export interface Unreadable {
  readonly stream: string;
  readonly position: string;
  readonly key: string;
}

/** What was looked for in a log: how many keys are there, how many were erased, and what lacks its key. */
export interface VerifiedKeys {
  readonly events: number;
  readonly keys: number;
  readonly erased: number;
  readonly missing: readonly Unreadable[];
}

const PAGE = 1_000;

/** The keys that an event is sealed under, and the one of a file that it tells of. */
const keysOf = ({ stream, type, data }: StoredEvent): readonly string[] => {
  const file = kindOf(stream) === evidenceEvents.kind && type === 'EvidenceStored' ? data['keyId'] : undefined;
  return [...keyIdsIn(data), ...(typeof file === 'string' ? [file] : [])];
};

/** What was found of the keys of a log so far; each is looked for once. */
class Found {
  readonly #looked = new Set<string>();
  readonly #missing: Unreadable[] = [];
  #events = 0;
  #erased = 0;

  constructor(private readonly keys: Pick<KeyStore, 'find'>) {}

  async look(event: StoredEvent): Promise<void> {
    this.#events++;
    for (const key of keysOf(event).filter((one) => !this.#looked.has(one))) {
      this.#looked.add(key);
      const one = await this.keys.find(key);
      if (one === KEY_ERASED) this.#erased++;
      if (!one) this.#missing.push({ stream: event.stream, position: String(event.position), key });
    }
  }

  get all(): VerifiedKeys {
    const keys = this.#looked.size - this.#erased - this.#missing.length;
    return { events: this.#events, keys, erased: this.#erased, missing: this.#missing };
  }
}

/** Looks for the key, or its erasure, of everything that is sealed in a log. */
export const verifyKeys = async (
  events: Pick<EventStore, 'head' | 'readAll'>,
  keys: Pick<KeyStore, 'find'>,
  progressed: (at: bigint, end: bigint) => void = () => undefined,
): Promise<VerifiedKeys> => {
  const end = await events.head();
  const found = new Found(keys);
  let after: After = 'start';
  while (end !== 'start' && (after === 'start' || after < end)) {
    const page: readonly StoredEvent[] = await events.readAll({ after, limit: PAGE });
    for (const event of page) await found.look(event);
    after = page.at(-1)?.position ?? end;
    progressed(after, end);
  }
  return found.all;
};

/** The same on the server's own log and keys. */
export const keysVerify = (): Promise<VerifiedKeys> =>
  withDatabase(async ({ applicationUrl, config }) => {
    const events = await openEventLog({ applicationUrl, eventStoreUrl: config.eventStoreUrl });
    const shown = showSteps({ verify: 'verify 核对' });
    try {
      const { keys } = await openKeys(config);
      try {
        return await verifyKeys(events, keys, shown.step('verify'));
      } finally {
        await keys.close();
      }
    } finally {
      shown.end();
      await events.close();
    }
  });
