import { describe, expect, it } from '@jest/globals';
import { anItem, aPhoto, capacity } from './an-item';
import { received, reopened, type Item } from './item';
import { Sending, type Came, type Queue, type Ways } from './sending';

/** A phone in memory. */
class Phone implements Queue {
  readonly items: Map<string, Item>;
  readonly photos: Set<string>;
  constructor(items: readonly Item[]) {
    this.items = new Map(items.map((item) => [item.id, item]));
    this.photos = new Set(items.flatMap(({ photos }) => photos.map(({ id }) => id)));
  }
  next: Queue['next'] = (owner) => {
    const all = [...this.items.values()].toSorted((one, other) => one.sequence - other.sequence);
    return Promise.resolve(all.find((item) => item.owner === owner && item.standing === 'waiting'));
  };
  change: Queue['change'] = (id, change) => {
    const item = this.items.get(id);
    const after = item && change(item);
    if (after) this.items.set(id, after);
    return Promise.resolve(after);
  };
  receive: Queue['receive'] = async (id, receipt) => {
    const item = await this.change(id, (one) => received(one, receipt));
    for (const photo of item?.photos ?? []) this.photos.delete(photo.id);
  };
  photo: Queue['photo'] = (id) => Promise.resolve(this.photos.has(id) ? new Blob([id]) : undefined);
  standing = (id: string) => this.items.get(id)?.standing;
}

const recordedAt = (position: string): Came<never> | Came<{ position: string; findingId: string; at: string }> => ({
  is: 'there',
  what: { position, findingId: 'finding-1', at: '2022-04-01T01:00:00.000Z' },
});
const LATER = { is: 'later', why: { code: 'NO_ANSWER' } } as const;

/** A server that says what it is told to, and remembers what it was sent. */
class Server implements Ways {
  readonly sent: unknown[] = [];
  known: boolean | undefined = true;
  onRecord: (item: Item) => Came<{ position: string; findingId: string; at: string }> = ({ id }) =>
    recordedAt(`1${id}`);
  onUpload: (id: string) => Came<string> = (id) => ({ is: 'there', what: `evidence-${id}` });
  isIn: Ways['isIn'] = () => Promise.resolve(this.known);
  writing: Ways['writing'] = () =>
    Promise.resolve(({ commandId, photos }) => ({
      commandId,
      evidence: photos.map(({ evidenceId }) => evidenceId),
    }));
  upload: Ways['upload'] = ({ id }) => {
    this.sent.push(id);
    return Promise.resolve(this.onUpload(id));
  };
  record: Ways['record'] = (item) => {
    this.sent.push(item.input);
    return Promise.resolve(this.onRecord(item));
  };
}

const aQueue = (...items: readonly Item[]) => {
  const [phone, server] = [new Phone(items), new Server()];
  const progress: unknown[] = [];
  const sending = new Sending(phone, server, (now) => progress.push(now?.photos));
  return { phone, server, progress, send: () => sending.all('person-1', capacity) };
};

describe('what a phone sends', () => {
  it('goes in the order in which it was saved, pictures before the finding that names them', async () => {
    const { phone, server, progress, send } = aQueue(anItem('2'), anItem('1', { photos: [aPhoto('a'), aPhoto('b')] }));
    expect(await send()).toBe('done');
    expect(server.sent).toEqual([
      'a',
      'b',
      { commandId: 'command 1', evidence: ['evidence-a', 'evidence-b'] },
      { commandId: 'command 2', evidence: [] },
    ]);
    expect([phone.standing('1'), phone.standing('2')]).toEqual(['sent', 'sent']);
    expect(progress).toEqual([0, 1, 2, 0, undefined]);
  });

  it('stays with its pictures until the receipt is there, and holds back what is behind it', async () => {
    const { phone, server, send } = aQueue(anItem('1', { photos: [aPhoto('a')] }), anItem('2'));
    server.onRecord = () => LATER;
    expect(await send()).toBe('later');
    expect(server.sent).toHaveLength(2);
    expect([phone.standing('1'), [...phone.photos]]).toEqual(['waiting', ['a']]);
    server.onRecord = ({ id }) => recordedAt(`1${id}`);
    expect(await send()).toBe('done');
    expect(phone.photos.size).toBe(0);
    expect(phone.items.get('1')?.receipt?.position).toBe('11');
  });

  it('is the same word for word on every try, and no picture goes twice', async () => {
    const { server, send } = aQueue(anItem('1', { photos: [aPhoto('a')] }));
    let tries = 0;
    server.writing = () => Promise.resolve(({ commandId }) => ({ commandId, tries: (tries += 1) }));
    server.onRecord = () => LATER;
    await send();
    await send();
    expect(server.sent).toEqual(['a', { commandId: 'command 1', tries: 1 }, { commandId: 'command 1', tries: 1 }]);
  });

  it('is set aside when it is refused, and what is behind it goes on', async () => {
    const { phone, server, send } = aQueue(anItem('1', { photos: [aPhoto('a')] }), anItem('2'));
    server.onUpload = () => ({ is: 'refused', why: { code: 'FILE_EMPTY' } });
    expect(await send()).toBe('done');
    expect([phone.standing('1'), phone.standing('2'), [...phone.photos]]).toEqual(['failed', 'sent', ['a']]);
  });

  it('is not sent while somebody else is signed in, or while nobody answers', async () => {
    const { server, send } = aQueue(anItem('1'));
    server.known = false;
    expect(await send()).toBe('notTheirs');
    server.known = undefined;
    expect(await send()).toBe('later');
    expect(server.sent).toEqual([]);
  });

  it('is let go where somebody takes it back while its pictures are on their way', async () => {
    const { phone, server, send } = aQueue(anItem('1', { photos: [aPhoto('a')] }));
    server.onUpload = (id) => {
      phone.items.set(
        '1',
        reopened(anItem('1', { photos: [aPhoto('a')] }), () => 'new'),
      );
      return { is: 'there', what: `evidence-${id}` };
    };
    expect(await send()).toBe('done');
    expect([server.sent, phone.standing('1')]).toEqual([['a'], 'draft']);
  });

  it('fails where a picture is not at the phone any more', async () => {
    const { phone, send } = aQueue(anItem('1', { photos: [aPhoto('a')] }));
    phone.photos.clear();
    await send();
    expect(phone.items.get('1')?.failure?.code).toBe('PHOTO_GONE');
  });
});
