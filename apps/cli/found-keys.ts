import { evidenceEvents } from '#contexts/evidence';
import { kindOf } from '#kernel';
import type { StoredEvent } from '#platform/event-store';
import { KEY_ERASED, keyIdsIn, type KeyStore } from '#platform/personal-data';

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

/** The keys that an event is sealed under, and the one of a file that it tells of. */
const keysOf = ({ stream, type, data }: StoredEvent): readonly string[] => {
  const file = kindOf(stream) === evidenceEvents.kind && type === 'EvidenceStored' ? data['keyId'] : undefined;
  return [...keyIdsIn(data), ...(typeof file === 'string' ? [file] : [])];
};

/** What was found of the keys of a log so far; each is looked for once. */
export class FoundKeys {
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
