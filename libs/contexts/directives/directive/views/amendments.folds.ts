import { ref, type DataOf, type Happening } from '#kernel';
import { textShown } from '../../content/views/content.rows.js';
import type { DirectiveEvent } from '../directive.events.js';
import { afterAmending } from './ahead.folds.js';
import type { DirectiveCard } from './directive.row.js';
import { stillRuled } from './requests.rows.js';
import { nextVersion } from './text-versions.js';

type Card = DirectiveCard | undefined;

/** A card with the amended text: everything that rested on the former texts of its parents is mapped again by it. */
export const amendedCard = (
  card: Card,
  data: DataOf<DirectiveEvent, 'DirectiveAmended'>,
  at: Pick<Happening, 'recordedAt'>,
): Card => {
  if (!card) return undefined;
  const { number, textVersion, changed, added, dropped, reason } = data;
  const text = textShown(data);
  const amendment = { number, textVersion, amendedAt: at.recordedAt, changed, added, dropped, reason };
  return {
    ...{ ...card, ...text, textVersion, textVersions: nextVersion(card.textVersions, textVersion, at) },
    ...afterAmending(card, { ...text, clauseMap: stillRuled(card, text) }),
    amendments: [...card.amendments, amendment],
    openClauses: [],
  };
};

/** A card after a parent was amended. */
export const reopenedCard = (card: Card, data: DataOf<DirectiveEvent, 'BasisAmended'>): Card =>
  card && {
    ...card,
    openClauses: [...card.openClauses, ...data.clauses.map((clause) => ({ directive: ref(data.directiveId), clause }))],
  };
