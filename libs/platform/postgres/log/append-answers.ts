import { z } from 'zod';
import type { Answer } from './append-batch.js';

const Columns = z.tuple([z.tuple([z.string(), z.string(), z.string()])]);
const Outcome = z.enum(['appended', 'conflict', 'repeated', 'reused']);
const Position = z.string().transform((text) => (text === 'NULL' ? undefined : BigInt(text)));
/** One answer for each append, from the row that came back: neither a number nor a word of ours is ever quoted in an array. */
export const answersOfEach = (rows: readonly unknown[]): readonly Answer[] => {
  const [columns] = Columns.parse(rows);
  const [outcomes = [], revisions = [], positions = []] = columns.map((array) => array.slice(1, -1).split(','));
  return outcomes.map((outcome, index) => ({
    outcome: Outcome.parse(outcome),
    revision: BigInt(revisions[index] ?? ''),
    position: Position.parse(positions[index]),
  }));
};
