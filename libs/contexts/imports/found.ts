import type { ReadDocument } from '#text';
import type { FoundDocument } from './import.state.js';

/** What the schema calls the kinds of damage. */
const DAMAGE = { mojibake: 'mojibake', 'lost-character': 'lostCharacter' } as const;

/** What is kept of a document that was read. The words of a clause are those of the text at its place, and are not kept twice. */
export const found = ({ dated, flags, ...read }: ReadDocument): FoundDocument => ({
  title: read.title,
  text: read.text,
  complete: read.complete,
  ...(dated && { dated }),
  clauses: read.clauses.map(({ text: _, ...clause }) => clause),
  declared: [...read.declared],
  damage: flags.map(({ kind, from, to, original }) => ({ kind: DAMAGE[kind], from, to, text: original })),
  masks: [...read.masks],
  leaks: [...read.leaks],
  questions: read.questions.map(({ words, ...question }) => ({ ...question, words: [...words] })),
});

/** No import holds more: somebody who sends such a text does not send a notice. */
const MOST = { documents: 50, clauses: 1000, places: 500, questions: 1000 };

/** Whether a document is one that an import can keep. */
const fits = ({ clauses, damage, masks, leaks, declared, questions }: FoundDocument): boolean =>
  clauses.length <= MOST.clauses &&
  questions.length <= MOST.questions &&
  [damage, masks, leaks, declared].every((places) => places.length <= MOST.places);

/** Whether an import can keep all of them. */
export const fit = (documents: readonly FoundDocument[]): boolean =>
  documents.length <= MOST.documents && documents.every(fits);
