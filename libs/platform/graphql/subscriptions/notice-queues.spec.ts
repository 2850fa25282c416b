import type { Id } from '#kernel';
import { aHappening } from '#kernel/testing';
import type { StoredEvent } from '#platform/event-store';
import { createLog } from '#platform/telemetry';
import { NotYetVisible, ViewNotReady } from '#platform/views';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { until } from '../../../../test/support/soon.js';
import { NoticeQueues } from './notice-queues.js';

const event = (stream: Id, n: number): StoredEvent => ({
  ...aHappening(stream, n),
  ...{ type: 'BoxMoved', schemaVersion: 1, data: {}, entry: Buffer.alloc(0) },
});

describe('notices of what was recorded', () => {
  let stop: AbortController;
  beforeEach(() => {
    stop = new AbortController();
  });
  afterEach(() => {
    stop.abort();
  });

  /** Queues over views that answer as told, kind by kind. */
  const queues = (fail: (kind: string) => Error | undefined) => {
    const told: string[] = [];
    const visible = async ([id = 'box-1']: readonly Id[]) => {
      await new Promise((resolve) => setImmediate(resolve));
      const error = fail(id.slice(0, id.indexOf('-')));
      if (error) throw error;
      return new Set<Id>();
    };
    const telling = () => Promise.resolve(({ stream }: StoredEvent) => void told.push(stream));
    return { told, all: new NoticeQueues({ views: { visible }, log: createLog('silent'), telling }, stop.signal) };
  };

  it('come in their order once their view shows them, and wait for no view but that one', async () => {
    let behind = true;
    const { told, all } = queues((kind) => (behind && kind === 'box' ? new NotYetVisible(3n, 1n) : undefined));
    all.add([event('box-1', 1), event('crate-1', 2), event('box-2', 3)]);
    all.add([event('box-3', 4), event('crate-2', 5)]);
    await until(() => told.length > 1);
    expect(told).toEqual(['crate-1', 'crate-2']);

    behind = false;
    await until(() => told.length > 4);
    expect(told.slice(2)).toEqual(['box-1', 'box-2', 'box-3']);
  });

  it('come while their view is being built: whoever asks it hears so', async () => {
    const { told, all } = queues(() => new ViewNotReady('box_card', 1n, 9n));
    all.add([event('box-1', 1)]);
    await until(() => told.length > 0);
  });

  it('end with their listeners', async () => {
    const { told, all } = queues(() => new NotYetVisible(1n, 0n));
    all.add([event('box-1', 1)]);
    stop.abort();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(told).toEqual([]);
  });
});
