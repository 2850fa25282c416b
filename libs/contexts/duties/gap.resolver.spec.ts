import { ref } from '#kernel';
import type { GraphqlContext } from '#platform/graphql';
import { describe, expect, it } from '@jest/globals';
import { some } from './duty-point.examples.js';
import { GapResolver } from './gap.resolver.js';
import type { Gap } from './views/gap.view.js';

describe('the neighbours that a gap names', () => {
  it('T18: are those whose step the reader sees, and nobody hears from it who holds another', async () => {
    const seen = { dutyPoint: ref(some.before), organisation: ref(some.station) };
    const unseen = { dutyPoint: ref(some.after), organisation: ref(some.exitDesk) };
    const load = (id: string) => Promise.resolve(id === some.after ? null : `name of ${id}`);
    const context = { labels: { load } } as unknown as GraphqlContext;
    const gap = { between: [seen, unseen] } as unknown as Gap;
    expect(await new GapResolver().between(gap, context)).toEqual([seen]);
  });
});
