import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { isDone, isUnsent, isWrittenIn, received, type Capacity, type Item, type Receipt } from './item';

/** What is kept at the phone beside findings. */
interface Kept {
  readonly key: string;
  readonly value: unknown;
}

interface Schema extends DBSchema {
  findings: { key: string; value: Item };
  photos: { key: string; value: { readonly id: string; readonly bytes: Blob } };
  kept: { key: string; value: Kept };
}

const inOrder = (one: Item, other: Item): number => one.sequence - other.sequence;

/** Everything that this phone keeps: findings until the log has them, their pictures, and what the form is filled with. */
export class FieldStore {
  readonly #listeners = new Set<() => void>();

  private constructor(private readonly db: IDBPDatabase<Schema>) {}

  static async open(): Promise<FieldStore> {
    const db = await openDB<Schema>('sifang-field', 1, {
      upgrade: (made) => {
        made.createObjectStore('findings', { keyPath: 'id' });
        made.createObjectStore('photos', { keyPath: 'id' });
        made.createObjectStore('kept', { keyPath: 'key' });
      },
    });
    return new FieldStore(db);
  }

  /** Tells of every change made here; answers how to stop. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** All of one person, in the order in which they were saved. */
  async itemsOf(owner: string): Promise<readonly Item[]> {
    const all = await this.db.getAll('findings');
    return all.filter((item) => item.owner === owner).toSorted(inOrder);
  }

  /** How many the log does not have that are of others than this one. */
  async unsentOfOthers(owner: string | undefined): Promise<number> {
    const all = await this.db.getAll('findings');
    return all.filter((item) => item.owner !== owner && isUnsent(item)).length;
  }

  /** What is to be sent next by somebody in a post. */
  async next(owner: string, capacity: Capacity): Promise<Item | undefined> {
    const all = await this.itemsOf(owner);
    return all.find((item) => item.standing === 'waiting' && isWrittenIn(item, capacity));
  }

  async put(item: Item): Promise<void> {
    await this.db.put('findings', item);
    this.changed();
  }

  /** Changes one as it is now, whoever changed it before. */
  async change(id: string, change: (item: Item) => Item): Promise<Item | undefined> {
    const work = this.db.transaction('findings', 'readwrite');
    const item = await work.store.get(id);
    const after = item && change(item);
    if (after) await work.store.put(after);
    await work.done;
    this.changed();
    return after;
  }

  /** The log has it: only now do its pictures leave the phone. */
  async receive(id: string, receipt: Receipt): Promise<void> {
    const work = this.db.transaction(['findings', 'photos'], 'readwrite');
    const item = await work.objectStore('findings').get(id);
    if (item) {
      await work.objectStore('findings').put(received(item, receipt));
      for (const photo of item.photos) await work.objectStore('photos').delete(photo.id);
    }
    await work.done;
    this.changed();
  }

  /** Takes one away with its pictures. */
  async remove({ id, photos }: Pick<Item, 'id' | 'photos'>): Promise<void> {
    const work = this.db.transaction(['findings', 'photos'], 'readwrite');
    await work.objectStore('findings').delete(id);
    for (const photo of photos) await work.objectStore('photos').delete(photo.id);
    await work.done;
    this.changed();
  }

  /** Takes away what has been sent and shown for long enough. */
  async tidy(now: number): Promise<void> {
    const all = await this.db.getAll('findings');
    for (const item of all.filter((one) => isDone(one, now))) await this.remove(item);
  }

  /** Throws where there is no room. */
  async putPhoto(id: string, bytes: Blob): Promise<void> {
    await this.db.put('photos', { id, bytes });
  }

  async photo(id: string): Promise<Blob | undefined> {
    return (await this.db.get('photos', id))?.bytes;
  }

  async removePhoto(id: string): Promise<void> {
    await this.db.delete('photos', id);
  }

  /** The next place in the order of this phone; none is given twice. */
  async nextSequence(): Promise<number> {
    const work = this.db.transaction('kept', 'readwrite');
    const before = (await work.store.get('sequence'))?.value;
    const next = (typeof before === 'number' ? before : 0) + 1;
    await work.store.put({ key: 'sequence', value: next });
    await work.done;
    return next;
  }

  async kept<Value>(key: string): Promise<Value | undefined> {
    return (await this.db.get('kept', key))?.value as Value | undefined;
  }

  async keep(key: string, value: unknown): Promise<void> {
    await (value === undefined ? this.db.delete('kept', key) : this.db.put('kept', { key, value }));
  }

  private changed(): void {
    for (const listener of this.#listeners) listener();
  }
}
