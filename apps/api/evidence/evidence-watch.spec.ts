import { createLog } from '#platform/telemetry';
import { describe, expect, it, jest } from '@jest/globals';
import { EvidenceWatch } from './evidence-watch.js';

const idOf = (n: number) => `evidence-00000000-0000-4000-8000-00000000000${String(n)}`;
const page = (n: number, hasNextPage: boolean) => ({
  edges: [{ cursor: String(n), node: { id: idOf(n) } }],
  hasNextPage,
});

describe('every night', () => {
  it('X1: every file is looked at, however many pages of them there are, and one after the other', async () => {
    const pages = jest.fn((_: unknown, { after }: { after?: string }) =>
      Promise.resolve(after === undefined ? page(1, true) : page(2, false)),
    );
    const look = jest.fn((id: string) => Promise.resolve(id === idOf(1) ? { found: 'whole', bytes: 1 } : undefined));
    const watch = new EvidenceWatch({} as never, { look } as never, { page: pages } as never, createLog('silent'));
    await watch.lookAtAll();
    expect(look.mock.calls.map(([id]) => id)).toEqual([idOf(1), idOf(2)]);
  });
});
