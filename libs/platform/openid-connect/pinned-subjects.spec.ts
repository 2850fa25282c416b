import { idOf, type Id } from '#kernel';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { PinnedSubjects } from './pinned-subjects.js';
import type { Pin, Pins } from './pins.js';

const accountNumbered = (n: number) => idOf('account', `00000000-0000-4000-8000-00000000000${String(n)}`);
const [mine, theirs] = [accountNumbered(1), accountNumbered(2)];
const [one, other] = [Buffer.from('one'), Buffer.from('other')];

class MemoryPins implements Pins {
  kept: readonly Pin[] = [];
  of = (account: Id<'account'>) => Promise.resolve(this.kept.find((pin) => pin.account === account));
  with = (subject: Buffer) => Promise.resolve(this.kept.find((pin) => pin.subject.equals(subject)));
  add = (pin: Pin) => {
    const isFree = !this.kept.some(({ account, subject }) => account === pin.account || subject.equals(pin.subject));
    if (isFree) this.kept = [...this.kept, pin];
    return Promise.resolve(isFree);
  };
  remove = (pin: Pin) => {
    this.kept = this.kept.filter(({ account }) => account !== pin.account);
    return Promise.resolve();
  };
}

describe('whom an issuer names for an account', () => {
  let pins: MemoryPins;
  let unpinned: ReadonlyMap<Id, number>;
  let pinned: PinnedSubjects;
  beforeEach(() => {
    [pins, unpinned] = [new MemoryPins(), new Map()];
    const times = (account: Id<'account'>) => Promise.resolve(unpinned.get(account) ?? 0);
    pinned = new PinnedSubjects({ pins, unpinned: times, now: () => new Date(0) });
  });

  it('is who came first, and from then on nobody else, whatever name the issuer gives them', async () => {
    expect([await pinned.hold(mine, one), await pinned.hold(mine, one)]).toEqual(['pinned', 'known']);
    expect(await pinned.hold(mine, other)).toBe('another');
    expect(await pinned.hold(mine, one)).toBe('known');
  });

  it('is one person for one account: who is known by one is let into no other', async () => {
    await pinned.hold(mine, one);
    expect(await pinned.hold(theirs, one)).toBe('another');
    expect(await pinned.hold(theirs, other)).toBe('pinned');
  });

  it('may be another after the log says that the account is free, once for each time', async () => {
    await pinned.hold(mine, one);
    unpinned = new Map([[mine, 1]]);
    expect([await pinned.hold(mine, other), await pinned.hold(mine, one)]).toEqual(['pinned', 'another']);
    unpinned = new Map([[mine, 2]]);
    expect(await pinned.hold(mine, one)).toBe('pinned');
  });

  it('is free for another account, too, when that one was freed', async () => {
    await pinned.hold(mine, one);
    unpinned = new Map([[mine, 1]]);
    expect([await pinned.hold(theirs, one), await pinned.hold(mine, one)]).toEqual(['pinned', 'another']);
  });

  it('is held by one look at the log: who comes while the account is being freed is not replaced unnoticed', async () => {
    await pinned.hold(mine, one);
    let looks = 0;
    const freed = () => Promise.resolve(looks++ === 0 ? 0 : 1);
    pinned = new PinnedSubjects({ pins, unpinned: freed, now: () => new Date(0) });
    expect(await pinned.hold(mine, other)).toBe('another');
    expect([await pinned.hold(mine, other), await pinned.hold(mine, one)]).toEqual(['pinned', 'another']);
  });

  it('is one of two who come first at one moment', async () => {
    const answers = await Promise.all([pinned.hold(mine, one), pinned.hold(mine, other), pinned.hold(mine, one)]);
    expect([...answers].sort()).toEqual(['another', 'known', 'pinned']);
  });
});
