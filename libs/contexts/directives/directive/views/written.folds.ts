import { ref, type DataOf, type Happening, type Id } from '#kernel';
import type { Content, Issuer } from '../../content/content.schema.js';
import { meetingShown, textShown, upstreamShown } from '../../content/views/content.rows.js';
import type { DirectiveEvent } from '../directive.events.js';
import type { DirectiveCard } from './directive.row.js';
import { stillRuled } from './requests.rows.js';
import { draftVersion, nextVersion } from './text-versions.js';

/** An import stays one that others may cite; of a draft only the newest text is kept. */
export const editedCard = (
  card: DirectiveCard | undefined,
  content: Content,
  at: Pick<Happening, 'recordedAt'>,
): DirectiveCard | undefined => {
  if (!card) return undefined;
  const { meeting: _meeting, meetingId: _meetingId, number: _number, ...kept } = card;
  const text = shown(content);
  const textVersion = card.textVersion + 1;
  return {
    ...{ ...kept, ...text, clauseMap: stillRuled(card, text), textVersion },
    ...(card.provenance
      ? { status: 'registered', textVersions: nextVersion(card.textVersions, textVersion, at) }
      : { status: 'draft', textVersions: draftVersion(textVersion, at) }),
  };
};

type From = DataOf<DirectiveEvent, 'DirectiveImported'>['from'];

/** The document of an import that a text was made of. */
export const madeOf = ({ importId, document }: NonNullable<From>) => ({ notice: ref(importId), document });

/** A card that begins with this text. */
export const begun = (id: Id, { orgId, territoryPath }: Issuer, content: Content) => ({
  id,
  ...shown(content),
  textVersion: 1,
  confirmed: true,
  issuer: ref(orgId),
  recipients: [],
  amendments: [],
  asks: [],
  openClauses: [],
  askedAhead: [],
  withoutDuty: [],
  issuerId: orgId,
  territoryPath,
  orgs: [orgId],
});

const shown = ({ declared, bases, links, clauseMap, meetingId, text, clauses, ...content }: Content) => ({
  ...content,
  ...textShown({ text, clauses, declared, clauseMap }),
  bases: bases.map(upstreamShown),
  links: links.map(({ link, to }) => ({ link, to: upstreamShown(to) })),
  ...meetingShown(meetingId),
});
