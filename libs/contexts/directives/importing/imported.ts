import type { FoundDocument } from '#contexts/imports';
import type { Content } from '../content/content.schema.js';
import { tiesOf } from '../content/draft.js';
import { declaredIn } from './declared.js';
import type { Import } from './import.fields.js';

type Found = FoundDocument['clauses'][number];
type Taken = NonNullable<Import['clauses']>[number];

/** Which clauses of a document are taken: those that are named, or all that were found. */
export const takenOf = ({ clauses }: Pick<Import, 'clauses'>, document: FoundDocument): readonly Taken[] =>
  clauses ?? document.clauses.map(({ order }) => ({ order }));

const keyOf = (order: number): string => String(order);

/** The key of the nearest clause above that is taken, too. */
const parentOf = ({ parent }: Found, found: readonly Found[], taken: readonly Taken[]): string | undefined => {
  const above = found.find(({ order }) => order === parent);
  if (!above) return undefined;
  return taken.some(({ order }) => order === above.order) ? keyOf(above.order) : parentOf(above, found, taken);
};

/** The clauses as a directive holds them: the words are those of the text at the place of each. */
const clausesOf = ({ text, clauses: found }: FoundDocument, taken: readonly Taken[]): Content['clauses'] =>
  taken.flatMap(({ order, due }, index) => {
    const clause = found.find((one) => one.order === order);
    if (!clause) return [];
    const parent = parentOf(clause, found, taken);
    return [
      {
        ...{ key: keyOf(order), number: clause.number.trim(), order: index + 1 },
        text: text.slice(clause.from, clause.to),
        ...(parent !== undefined && { parent }),
        ...(due && { due }),
        ...(clause.heading && { heading: true as const }),
      },
    ];
  });

/** The content that a clerk makes of a document that was found. */
export const contentOfImport = (asked: Import, document: FoundDocument): Content => {
  const taken = takenOf(asked, document);
  const isTaken = (order: number) => taken.some((one) => one.order === order);
  return {
    ...{ instrument: asked.instrument, urgency: asked.urgency },
    ...(asked.number !== undefined && { number: asked.number }),
    title: asked.title ?? document.title,
    text: document.text,
    clauses: clausesOf(document, taken),
    declared: asked.declared ? [...asked.declared] : declaredIn(document, keyOf, isTaken),
    clauseMap: [...(asked.clauseMap ?? [])],
    ...tiesOf(asked),
  };
};
