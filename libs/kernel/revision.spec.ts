import { describe, expect, it } from '@jest/globals';
import { changedSince, lastChange, type Act } from './index.js';

const act: Act = {
  actorId: 'person-00000000-0000-4000-8000-000000000001',
  occurredAt: '2022-03-17T11:00:00.000Z',
  recordedAt: '2022-03-17T11:01:00.000Z',
};
const last = lastChange({ en: 'Draft edited', zh: '草案已修改' }, act);

describe('W7: an edit', () => {
  it('starts from the revision that is there', () => {
    expect(changedSince(3, { revision: 3, last })).toBeUndefined();
  });

  it.each([2, 4])(
    'is refused when it starts from another one, %s, and tells who changed what, and when',
    (expected) => {
      expect(changedSince(expected, { revision: 3, last })).toEqual({
        refused: 'CHANGED_SINCE',
        path: ['expectedRevision'],
        about: {
          act: { en: `Draft edited by ${act.actorId}`, zh: `草案已修改（${act.actorId}）` },
          at: act.recordedAt,
        },
      });
    },
  );
});
