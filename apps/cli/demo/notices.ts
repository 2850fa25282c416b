import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  draftClauses,
  normaliseNotice,
  statedDay,
  type ClauseDraft,
  type NormalisedNotice,
  type StatedDay,
} from '#text';

export interface ReadNotice extends NormalisedNotice {
  readonly sha256: string;
  readonly bytes: number;
  readonly clauses: readonly ClauseDraft[];
  readonly stated: StatedDay;
}

/** One of the three notices, read from its original bytes. */
export const readNotice = (name: string): ReadNotice => {
  const bytes = readFileSync(join(__dirname, 'data', `${name}.txt`));
  const notice = normaliseNotice(bytes.toString('utf8'));
  const stated = statedDay(notice.text);
  if (!stated) throw new Error(`${name} names no day`);
  return {
    ...notice,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
    clauses: draftClauses(notice),
    stated,
  };
};
