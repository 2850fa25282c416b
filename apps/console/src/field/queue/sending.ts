import { held, refused, type Capacity, type Item, type Photo, type Receipt, type Refusal } from './item';

/** What came of something that was sent: it is there; or it never will be like this; or it may be, later. */
export type Came<T> =
  | { readonly is: 'there'; readonly what: T }
  | { readonly is: 'refused'; readonly why: Refusal }
  | { readonly is: 'later'; readonly why: Refusal };

/** Why sending stopped: nothing is left, somebody else is signed in or nobody, or something is in the way. */
export type Stopped = 'done' | 'notTheirs' | 'later';

/** What sending needs of the phone. */
export interface Queue {
  next(owner: string, capacity: Capacity): Promise<Item | undefined>;
  change(id: string, change: (item: Item) => Item): Promise<Item | undefined>;
  receive(id: string, receipt: Receipt): Promise<void>;
  photo(id: string): Promise<Blob | undefined>;
}

/** What sending needs of the server. */
export interface Ways {
  /** Whether they are the one who is signed in, in this post; undefined where nobody answers. */
  isIn(owner: string, capacity: Capacity): Promise<boolean | undefined>;
  upload(photo: Photo, bytes: Blob): Promise<Came<string>>;
  /** How what is sent of a finding is written, word for word. */
  writing(): Promise<(item: Item) => NonNullable<Item['input']>>;
  record(item: Item): Promise<Came<Receipt>>;
}

/** Which finding is on its way, and how many of its pictures are there. */
export interface Progress {
  readonly id: string;
  readonly photos: number;
}

const GONE: Refusal = { code: 'PHOTO_GONE' };

/** Sends what one person saved in one post, in the order of this phone. What is refused is set aside; what only has to wait holds back all behind it. */
export class Sending {
  constructor(
    private readonly queue: Queue,
    private readonly ways: Ways,
    private readonly onProgress: (progress: Progress | undefined) => void,
  ) {}

  async all(owner: string, capacity: Capacity): Promise<Stopped> {
    try {
      for (;;) {
        const item = await this.queue.next(owner, capacity);
        if (!item) return 'done';
        const stopped = await this.one(item);
        if (stopped) return stopped;
      }
    } finally {
      this.onProgress(undefined);
    }
  }

  private async one(item: Item): Promise<Stopped | undefined> {
    const ready = await this.withPhotos(item);
    if (typeof ready !== 'object') return ready;
    const stop = await this.barred(ready);
    if (stop) return stop;
    const frozen = await this.frozen(ready);
    // Somebody has taken it back meanwhile, or changed it.
    if (!frozen) return undefined;
    const came = await this.ways.record(frozen);
    if (came.is !== 'there') return this.aside(item.id, came);
    await this.queue.receive(item.id, came.what);
    return undefined;
  }

  /** The finding with every picture in the store; or why it stops, or nothing where it was set aside. */
  private async withPhotos(item: Item): Promise<Item | Stopped | undefined> {
    let present = item;
    for (const [at, photo] of item.photos.entries()) {
      this.onProgress({ id: item.id, photos: at });
      if (photo.evidenceId !== undefined) continue;
      const stop = await this.barred(item);
      if (stop) return stop;
      const bytes = await this.queue.photo(photo.id);
      const came = bytes ? await this.ways.upload(photo, bytes) : ({ is: 'refused', why: GONE } as const);
      if (came.is !== 'there') return this.aside(item.id, came);
      present = (await this.queue.change(item.id, (now) => stored(now, photo.id, came.what))) ?? present;
    }
    this.onProgress({ id: item.id, photos: item.photos.length });
    return present;
  }

  /** Nothing of one person's is sent as another's. */
  private async barred({ owner, capacity }: Item): Promise<Stopped | undefined> {
    const isIn = await this.ways.isIn(owner, capacity);
    if (isIn === undefined) return 'later';
    return isIn ? undefined : 'notTheirs';
  }

  /** What is sent is written down first: sent again, it is the same. */
  private async frozen({ id }: Item): Promise<Item | undefined> {
    const write = await this.ways.writing();
    const after = await this.queue.change(id, (now) =>
      isReady(now) ? { ...now, input: now.input ?? write(now) } : now,
    );
    return after && isReady(after) ? after : undefined;
  }

  private async aside(id: string, { is, why }: Exclude<Came<never>, { is: 'there' }>): Promise<Stopped | undefined> {
    await this.queue.change(id, (item) => {
      if (item.standing !== 'waiting') return item;
      return is === 'refused' ? refused(item, why) : held(item, why);
    });
    return is === 'refused' ? undefined : 'later';
  }
}

const isReady = ({ standing, photos }: Item): boolean =>
  standing === 'waiting' && photos.every(({ evidenceId }) => evidenceId !== undefined);

const stored = (item: Item, photoId: string, evidenceId: string): Item => ({
  ...item,
  photos: item.photos.map((photo) => (photo.id === photoId ? { ...photo, evidenceId } : photo)),
});
