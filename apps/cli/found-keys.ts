import { evidenceEvents } from '#contexts/evidence';
import { kindOf } from '#kernel';
import type { StoredEvent } from '#platform/event-store';
import { KEY_ERASED, keyIdsIn, type KeyStore } from '#platform/personal-data';

/** Something whose key is not as it should be: not there, and nobody erased it, or there again although it was erased. */
export interface Wrong {
  readonly is: 'missing 缺失' | 'back after its erasure 擦除后重现';
  readonly stream: string;
  readonly position: string;
  readonly key: string;
}

/** What was looked for in a log: how many keys are there, how many were erased, and what is wrong with others. */
export interface VerifiedKeys {
  readonly events: number;
  readonly keys: number;
  readonly erased: number;
  readonly wrong: readonly Wrong[];
}

/** The keys that an event is sealed under, and the one of a file that it tells of. */
const keysOf = ({ stream, type, data }: StoredEvent): readonly string[] => {
  const file = kindOf(stream) === evidenceEvents.kind && type === 'EvidenceStored' ? data['keyId'] : undefined;
  return [...keyIdsIn(data), ...(typeof file === 'string' ? [file] : [])];
};

/** What was found of the keys of a log so far; each is looked for once. */
export class FoundKeys {
  readonly #looked = new Set<string>();
  readonly #wrong: Wrong[] = [];
  #events = 0;
  #erased = 0;

  /** Takes the ids of keys whose erasure is on record. */
  constructor(
    private readonly keys: Pick<KeyStore, 'find'>,
    private readonly onRecord: ReadonlySet<string>,
  ) {}

  async look(event: StoredEvent): Promise<void> {
    this.#events++;
    for (const key of keysOf(event).filter((one) => !this.#looked.has(one))) {
      this.#looked.add(key);
      const one = await this.keys.find(key);
      if (one === KEY_ERASED) this.#erased++;
      else if (!one) this.wrong('missing 缺失', event, key);
      else if (this.onRecord.has(key)) this.wrong('back after its erasure 擦除后重现', event, key);
    }
  }

  get all(): VerifiedKeys {
    const keys = this.#looked.size - this.#erased - this.#wrong.length;
    return { events: this.#events, keys, erased: this.#erased, wrong: this.#wrong };
  }

  private wrong(is: Wrong['is'], { stream, position }: StoredEvent, key: string): void {
    this.#wrong.push({ is, stream, position: String(position), key });
  }
}
