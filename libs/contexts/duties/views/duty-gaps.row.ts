import { anId, anyId, instant, kept, list, oneOf, ownId, rowOf, word, type PartData } from '#kernel';
import { z } from 'zod';
import { GAP_KINDS, PARTIES } from '../duty-point.words.js';
import { aboutGap } from './about-gap.js';

const aRef = z.object({ id: anyId() });

/** One of the gaps, with what it brings to the row while it is open. */
const openGap = z.object({
  kind: oneOf(GAP_KINDS.words),
  party: oneOf(PARTIES.words).optional(),
  detectedAt: z.string(),
  between: z.array(z.object({ dutyPoint: aRef, organisation: aRef })),
  orgs: z.array(anId('organisation')),
});
export type OpenGap = z.infer<typeof openGap>;

export const dutyGapsRow = rowOf('DutyGaps', 'All that hangs in the air of one duty point.', '一个责任点的责任空白。', {
  id: ownId('The duty point.', '责任点编号。'),
  kind: word(GAP_KINDS, 'The worst of its gaps.', '其中最重的一类。'),
  parties: list(word(PARTIES, 'The parties whose share nobody holds.', '空缺的责任方。')),
  detectedAt: instant('Open since: the oldest of them.', '最早发现时间。'),
  ...aboutGap,
  open: kept(z.array(openGap)),
});
export type DutyGaps = PartData<typeof dutyGapsRow>;
