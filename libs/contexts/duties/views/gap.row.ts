import { anyId, instant, kept, optional, ownId, rowOf, word, type PartData } from '#kernel';
import { z } from 'zod';
import { GAP_KINDS, PARTIES } from '../duty-point.words.js';
import { aboutGap } from './about-gap.js';

export const gapRow = rowOf('Gap', 'A responsibility that hangs in the air.', '责任空白。', {
  // Several gaps of one duty point are told apart by more than its id.
  id: { ...ownId('The duty point, the kind and the party.', '由责任点、类型与责任方构成。'), schema: z.string() },
  kind: word(GAP_KINDS, 'What kind of gap.', '类型。'),
  party: optional(word(PARTIES, 'Whose share nobody holds.', '空缺的责任方。')),
  ...aboutGap,
  detectedAt: instant('Open since.', '发现时间。'),
  dutyPointId: kept(anyId()),
});

export type Gap = PartData<typeof gapRow>;
