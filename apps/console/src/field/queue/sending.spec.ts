import { describe, expect, it } from '@jest/globals';
import { asAnother, codeOf, isDone, isOld, mayBeChanged, received, refused, reopened, saved, type Item } from './item';
import { Sending, type Came, type Queue, type Ways } from './sending';

const capacity = { postId: 'post-1', orgId: 'organisation-1' };
const entered = {
  ...{
    kind: 'inspection',
    place: '出站口',
    territoryId: 'territory-1',
    dutyPointId: undefined,
    class: 'inadequateControl',
  },
  ...{ description: '无人在岗', severity: 'minor', unitId: undefined, seenAt: undefined },
};
const anItem = (id: string, part: Partial<Item> = {}): Item => ({
  ...{ id, owner: 'person-1', capacity, standing: 'waiting', entered, photos: [], commandId: `command ${id}` },
  ...{ sequence: Number(id), savedAt: '2022-04-01T00:00:00.000Z', ...part },
});
const aPhoto = (id: string) => ({ id, uploadId: `${id}0`, name: `${id}.jpg`, bytes: 3, sha256: 'ab' });

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

describe('a finding at the phone', () => {
  const photos = [{ ...aPhoto('a'), evidenceId: 'evidence-a' }];

  it('is sent as something new once it was refused, and says which others it is not', () => {
    const no = refused(anItem('1', { input: {}, photos }), { code: 'POSSIBLE_DUPLICATE', others: ['finding-9'] });
    const again = saved(
      asAnother(no, () => 'new'),
      { at: 'now', sequence: 7, commandId: 'other', capacity },
    );
    expect(again).toMatchObject({ standing: 'waiting', commandId: 'other', sequence: 7, photos });
    expect([again.input, again.failure, again.notDuplicateOf]).toEqual([undefined, undefined, ['finding-9']]);
    expect(again.savedAt).toBe('2022-04-01T00:00:00.000Z');
  });

  it('uploads its pictures again where the store takes them no more', () => {
    const no = refused(anItem('1', { photos }), { code: 'EVIDENCE_TOO_OLD' });
    expect(asAnother(no, () => 'new').photos).toEqual([{ ...aPhoto('a'), uploadId: 'new', evidenceId: undefined }]);
  });

  it('may be changed as long as nobody else can know of it', () => {
    const tried = anItem('1', { input: {} });
    expect([anItem('1'), tried, refused(tried, { code: 'NO' })].map(mayBeChanged)).toEqual([true, false, true]);
    expect(reopened(refused(tried, { code: 'NO' }), () => 'new')).toMatchObject({
      standing: 'draft',
      input: undefined,
    });
  });

  it('is shown for a week after its receipt, and is old after a day without one', () => {
    const now = Date.parse('2022-04-02T00:00:01.000Z');
    expect([isOld(anItem('1'), now, 24), isOld(anItem('1'), now, 25)]).toEqual([true, false]);
    const sent = received(anItem('1'), { position: '1', findingId: 'f', at: '2022-04-01T00:00:00.000Z' });
    const days = (n: number) => Date.parse('2022-04-01T00:00:01.000Z') + n * 86_400_000;
    expect([isDone(sent, days(6)), isDone(sent, days(7)), isDone(anItem('1'), days(9))]).toEqual([false, true, false]);
  });

  it('has a code that can be read out', () => {
    expect(codeOf({ id: '6f1c2b1e-0d5b-4f0a-9a70-3d2f0b8c1a11' })).toMatch(/^[2-9A-HJ-NP-Z]{3}-[2-9A-HJ-NP-Z]{2}$/);
    expect(codeOf({ id: 'ffffffff' })).not.toBe(codeOf({ id: '0fffffff' }));
  });
});
