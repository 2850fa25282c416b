import { importStream, type FoundDocument, type ImportState } from '#contexts/imports';
import type { Id, StateReader } from '#kernel';

/** A notice that was taken in, as far as the reader may see it. */
export type FoundNotice = Exclude<ImportState, { is: 'new' }>;

/** Reads the import that somebody names; undefined when there is none, or none that they may see. */
export const readFound = async (read: StateReader, importId: Id<'import'>): Promise<FoundNotice | undefined> => {
  const state = await read.state(importStream, importId);
  return state.is === 'new' ? undefined : state;
};

/**
 * Whether another person confirmed the import that a directive was made of, whoever may see it; what was made of none needs no such
 * confirmation.
 */
export const isConfirmed = async (read: StateReader, importId: Id<'import'> | undefined): Promise<boolean> =>
  importId === undefined || (await read.behind(importStream, importId)).is === 'confirmed';

/** No directive holds more. */
const MOST = { text: 60_000, clauses: 300, clause: 5000 };

const fits = ({ text, clauses }: FoundDocument, taken: number): boolean =>
  text.length <= MOST.text && taken <= MOST.clauses && clauses.every(({ from, to }) => to - from <= MOST.clause);

/** Whether a directive can hold a document, of which so many clauses are taken. */
export const isTooLarge = (document: FoundDocument, taken: number): boolean => !fits(document, taken);
