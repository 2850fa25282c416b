import { optional, part, partOf, shownText, type Happening, type PartData } from '#kernel';
import type { FindingData } from '../finding.events.js';
import { shownFiles } from './parts.js';
import { sayer, saying } from './verdicts.js';

const earlierFixPart = partOf(
  'EarlierFix',
  {
    ...saying,
    fix: shownText('What was done.', '整改情况。'),
    before: shownFiles('How it was before.', '整改前材料。'),
    after: shownFiles('How it is since.', '整改后材料。'),
  },
  { en: 'A fix that was reported before anybody ordered it.', zh: '交办前报告的整改。' },
);

export const shownEarlierFix = optional(
  part(earlierFixPart, 'A fix that was reported before it was ordered; the order takes it up.', '交办前报告的整改。'),
);

/** A fix that nobody had ordered, as rows show it. */
export const earlierFix = (
  { description: fix, before, after }: FindingData<'ImmediateFixReported'>,
  at: Happening,
): PartData<typeof earlierFixPart> => ({ ...sayer(at), fix, before, after });
