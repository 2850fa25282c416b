import { MemoryEventStore, type After } from '#platform/event-store';
import { NotYetVisible, ViewRegistry } from '#platform/views';
import { describe, expect, it } from '@jest/globals';
import { aBox, append, boxCard, packed, shelfBoard } from '../../../test/support/boxes.js';
import { Progress } from './progress.js';

describe('reading what one has written', () => {
  const world = (patienceMs = 500) => {
    const events = new MemoryEventStore();
    /** What another process wrote down. */
    const stored = { policies: 'start' as After, card: 'start' as After, board: 'start' as After };
    const progress = new Progress({
      views: new ViewRegistry([boxCard(), shelfBoard()]),
      viewStore: {
        checkpoints: () =>
          Promise.resolve(
            new Map<string, After>([
              ['box_card', stored.card],
              ['shelf_board', stored.board],
            ]),
          ),
      },
      policyStore: { checkpoint: () => Promise.resolve(stored.policies) },
      ...{ events, patienceMs },
    });
    const settled = async (waiting: Promise<void>) => {
      const later = new Promise((resolve) => setTimeout(() => resolve('waits'), 120));
      return Promise.race([waiting.then(() => 'seen'), later]);
    };
    return { events, stored, progress, settled, write: () => append(events, aBox(), [packed()]) };
  };

  it('waits for policies, and then for the views to know what policies did', async () => {
    const { progress, settled, write } = world();
    const { position } = await write();
    const seen = progress.seen(position);
    progress.views.moved(position);
    expect(await settled(seen)).toBe('waits');

    const consequence = await write();
    progress.policies.moved(position);
    expect(await settled(seen)).toBe('waits');

    progress.policies.moved(consequence.position);
    expect(await settled(seen)).toBe('waits');

    progress.views.moved(consequence.position);
    expect(await settled(seen)).toBe('seen');
  });

  it('waits for what policies did about what policies did', async () => {
    const { progress, settled, write } = world();
    const { position } = await write();
    const seen = progress.seen(position);
    const first = await write();
    progress.policies.moved(position);
    progress.views.moved(first.position);
    expect(await settled(seen)).toBe('waits');

    const second = await write();
    progress.policies.moved(first.position);
    expect(await settled(seen)).toBe('waits');

    progress.policies.moved(second.position);
    progress.views.moved(second.position);
    expect(await settled(seen)).toBe('seen');
  });

  it('does not follow a log that never comes to rest', async () => {
    const { progress, settled, write, events } = world(5_000);
    const { position } = await write();
    progress.policies.moved(position);
    const head = events.head.bind(events);
    // Somebody else writes before each look.
    events.head = async () => {
      const { position: last } = await write();
      progress.policies.moved(last);
      progress.views.moved(last);
      return head();
    };
    expect(await settled(progress.seen(position))).toBe('seen');
  });

  it('finds out by itself when the followers run in another process, and waits for the slowest view', async () => {
    const { progress, settled, write, stored } = world();
    const { position } = await write();
    const seen = progress.seen(position);
    Object.assign(stored, { policies: position, card: position });
    expect(await settled(seen)).toBe('waits');

    stored.board = position;
    expect(await settled(seen)).toBe('seen');
  });

  it('gives up after a bounded time and says how far the views are', async () => {
    const { progress, write } = world(100);
    const { position } = await write();

    await expect(progress.folded(position)).rejects.toEqual(new NotYetVisible(position, 'start'));
    await expect(progress.seen(position)).rejects.toBeInstanceOf(NotYetVisible);
  });

  it('looks no more when nobody waits, also when looking fails', async () => {
    let looks = 0;
    const fails = () => {
      looks++;
      return Promise.reject(new Error('no database'));
    };
    const events = new MemoryEventStore();
    const parts = { views: new ViewRegistry([]), events, patienceMs: 150 };
    const progress = new Progress({ ...parts, viewStore: { checkpoints: fails }, policyStore: { checkpoint: fails } });
    const { position } = await append(events, aBox(), [packed()]);

    await expect(progress.seen(position)).rejects.toBeInstanceOf(NotYetVisible);
    await new Promise((resolve) => setTimeout(resolve, 100));
    const soFar = looks;
    await new Promise((resolve) => setTimeout(resolve, 100));

    expect(soFar).toBeGreaterThan(1);
    expect(looks).toBe(soFar);
  });

  it('tells how far behind views and policies are', async () => {
    const { progress, write, stored } = world();
    const { position } = await write();
    await write();
    stored.policies = position;
    const later = new Date(Date.now() + 60_000);

    const { views, policies } = await progress.lag(later);

    expect(views.events).toBe(2);
    expect(policies.events).toBe(1);
    expect(Math.round(views.seconds)).toBe(60);
    Object.assign(stored, { card: 1n, board: 1n });
    expect((await progress.lag(later)).views).toEqual({ events: 0, seconds: 0 });
  });
});
