import type { AnyDecider, AnyPolicy, AnyView } from '#kernel';
import { MemoryEventStore, type After } from '#platform/event-store';
import { NeverRecorded, NotYetVisible, ViewNotReady, ViewRegistry } from '#platform/views';
import { describe, expect, it } from '@jest/globals';
import { aBox, append, boxCard, packed, shelfBoard } from '../../../test/support/boxes.js';
import type { ViewCheckpoint } from './fold/view-table.js';
import { Progress } from './progress.js';

const [card, board] = [boxCard(), shelfBoard()];
const deciderOf = (kind: string) => ({ kind }) as AnyDecider;
const policyOf = (from: string, to: string): AnyPolicy => ({
  ...{ name: `${from} to ${to}`, of: deciderOf(from), asks: [deciderOf(to)] },
  on: {},
});

const ofBoxes: readonly AnyPolicy[] = [policyOf('box', 'box')];

describe('reading what one has written', () => {
  const world = ({ patienceMs = 500, policies = ofBoxes, isCopy = false } = {}) => {
    const events = new MemoryEventStore();
    /** What another process wrote down. */
    const stored = { policies: 'start' as After, card: 'start' as After, board: 'start' as After, boardIsThere: true };
    const progress = new Progress({
      views: new ViewRegistry([card, board]),
      policies,
      viewStore: {
        checkpoints: () =>
          Promise.resolve(
            new Map<string, ViewCheckpoint>([
              ['box_card', { isReadable: true, at: stored.card }],
              ['shelf_board', { isReadable: stored.boardIsThere, at: stored.board }],
            ]),
          ),
      },
      policyStore: {
        checkpoints: () => Promise.resolve(new Map(policies.map(({ name }) => [name, stored.policies]))),
      },
      ...{ events, patienceMs, isSource: () => Promise.resolve(!isCopy) },
    });
    const settled = async (waiting: Promise<void>) => {
      const later = new Promise((resolve) => setTimeout(() => resolve('waits'), 120));
      return Promise.race([waiting.then(() => 'seen'), later]);
    };
    const folded = (to: After, of: AnyView = card) => {
      progress.moved(of.name, to);
    };
    const reacted = (to: After, of = policies) => {
      for (const { name } of of) progress.reacted(name, to);
    };
    return { events, stored, progress, settled, folded, reacted, write: () => append(events, aBox(), [packed()]) };
  };

  it('waits for policies, and then for the view to know what policies did', async () => {
    const { progress, settled, folded, write, reacted } = world();
    const { position } = await write();
    const seen = progress.seen(position, card);
    folded(position);
    expect(await settled(seen)).toBe('waits');

    const consequence = await write();
    reacted(position);
    expect(await settled(seen)).toBe('waits');

    reacted(consequence.position);
    expect(await settled(seen)).toBe('waits');

    folded(consequence.position);
    expect(await settled(seen)).toBe('seen');
  });

  it('waits for what policies did about what policies did', async () => {
    const { progress, settled, folded, write, reacted } = world();
    const { position } = await write();
    const seen = progress.seen(position, card);
    const first = await write();
    reacted(position);
    folded(first.position);
    expect(await settled(seen)).toBe('waits');

    const second = await write();
    reacted(first.position);
    expect(await settled(seen)).toBe('waits');

    reacted(second.position);
    folded(second.position);
    expect(await settled(seen)).toBe('seen');
  });

  it('does not follow a log that never comes to rest', async () => {
    const { progress, settled, folded, write, events, reacted } = world({ patienceMs: 5_000 });
    const { position } = await write();
    reacted(position);
    const head = events.head.bind(events);
    // Somebody else writes before each look.
    events.head = async () => {
      const { position: last } = await write();
      reacted(last);
      folded(last);
      return head();
    };
    expect(await settled(progress.seen(position, card))).toBe('seen');
  });

  it('finds out by itself when the followers run in another process', async () => {
    const { progress, settled, write, stored } = world();
    const { position } = await write();
    const seen = progress.seen(position, card);
    stored.policies = position;
    expect(await settled(seen)).toBe('waits');

    stored.card = position;
    expect(await settled(seen)).toBe('seen');
  });

  it('waits for the view that is read, and for no other', async () => {
    const { progress, settled, folded, write, reacted } = world();
    const { position } = await write();
    reacted(position);
    folded(position, card);

    expect(await settled(progress.seen(position, card))).toBe('seen');
    expect(await settled(progress.folded(position, card))).toBe('seen');
    await expect(progress.folded(position, board)).rejects.toEqual(new NotYetVisible(position, 'start'));
  });

  it.each<[string, readonly AnyPolicy[]]>([
    ['no policy writes to what the view hears', [policyOf('box', 'crate')]],
    ['there is no policy at all', []],
  ])('does not wait for policies where %s', async (_, policies) => {
    const { progress, settled, folded, write } = world({ policies });
    const { position } = await write();
    folded(position);

    expect(await settled(progress.seen(position, card))).toBe('seen');
  });

  it('waits for a policy that makes another one write to what the view hears', async () => {
    const { progress, settled, folded, write } = world({
      policies: [policyOf('pallet', 'crate'), policyOf('crate', 'box')],
    });
    const { position } = await write();
    folded(position);
    expect(await settled(progress.seen(position, card))).toBe('waits');

    progress.reacted('crate to box', position);
    expect(await settled(progress.seen(position, card))).toBe('waits');

    progress.reacted('pallet to crate', position);
    expect(await settled(progress.seen(position, card))).toBe('seen');
  });

  it('gives up after a bounded time and says how far the view is', async () => {
    const { progress, write } = world({ patienceMs: 100 });
    const { position } = await write();

    await expect(progress.folded(position, card)).rejects.toEqual(new NotYetVisible(position, 'start'));
    await expect(progress.seen(position, card)).rejects.toBeInstanceOf(NotYetVisible);
  });

  it('does not wait for what the log does not hold, as after it was brought back to an earlier state', async () => {
    const { progress, write, stored } = world({ patienceMs: 60_000 });
    const { position } = await write();
    Object.assign(stored, { policies: position, card: position });

    await expect(progress.seen(position + 1n, card)).rejects.toBeInstanceOf(NeverRecorded);
    await expect(progress.folded(position + 1n, card)).rejects.toBeInstanceOf(NeverRecorded);
    Object.assign(stored, { board: 'start', boardIsThere: false });
    await expect(progress.folded(position + 1n, board)).rejects.toBeInstanceOf(ViewNotReady);
  });

  it('waits on a copy, which may get what lies beyond its end yet', async () => {
    const { progress, settled, write, folded, reacted } = world({ patienceMs: 1_000, isCopy: true });
    const { position } = await write();
    reacted(position);
    folded(position);
    const seen = progress.seen(position + 1n, card);
    expect(await settled(seen)).toBe('waits');
    const next = await write();
    reacted(next.position);
    folded(next.position);
    expect(await settled(seen)).toBe('seen');
  });

  it('says how far a view is that is being built, to its own readers', async () => {
    const { progress, settled, write, stored } = world({ patienceMs: 100 });
    const first = await write();
    const last = await write();
    const [{ position: reached }, { position }] = [first, last];
    Object.assign(stored, { policies: position, card: position, board: reached, boardIsThere: false });

    await expect(progress.seen(position, board)).rejects.toEqual(new ViewNotReady('shelf_board', reached, position));
    expect(await settled(progress.seen(position, card))).toBe('seen');
  });

  it('looks no more when nobody waits, also when looking fails', async () => {
    let looks = 0;
    const fails = () => {
      looks++;
      return Promise.reject(new Error('no database'));
    };
    const events = new MemoryEventStore();
    const parts = { views: new ViewRegistry([card]), policies: [], events, patienceMs: 150 };
    const progress = new Progress({ ...parts, viewStore: { checkpoints: fails }, policyStore: { checkpoints: fails } });
    const { position } = await append(events, aBox(), [packed()]);

    await expect(progress.seen(position, card)).rejects.toBeInstanceOf(NotYetVisible);
    await new Promise((resolve) => setTimeout(resolve, 100));
    const soFar = looks;
    await new Promise((resolve) => setTimeout(resolve, 100));

    expect(soFar).toBeGreaterThan(1);
    expect(looks).toBe(soFar);
  });

  it('tells how far behind the views that can be read and the policies are', async () => {
    const { progress, write, stored } = world();
    const { position } = await write();
    await write();
    stored.policies = position;
    const later = new Date(Date.now() + 60_000);

    const { views, policies } = await progress.lag(later);

    expect(views.events).toBe(2);
    expect(policies.events).toBe(1);
    expect(Math.round(views.seconds)).toBe(60);
    Object.assign(stored, { card: 1n, boardIsThere: false });
    expect((await progress.lag(later)).views).toEqual({ events: 0, seconds: 0 });
    Object.assign(stored, { board: 0n, boardIsThere: true });
    expect((await progress.lag(later)).views.events).toBe(1);
  });
});
