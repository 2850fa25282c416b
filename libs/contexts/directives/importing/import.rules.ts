import type { FoundDocument } from '#contexts/imports';
import { happened, refused, type Occasion } from '#kernel';
import { faultOf } from '../content/content.rules.js';
import type { Content, Issuer } from '../content/content.schema.js';
import { noSuchDay, stated } from '../content/stated-day.js';
import { mapFaultOf } from '../directive/clause-map.rules.js';
import { DAMAGE_AS_KEPT } from '../directive/directive.words.js';
import type { Importing } from '../directive/directive.facts.js';
import type { Decided, No, Rule } from '../directive/directive.rules.js';
import { asks, beginning } from '../directive/request.rules.js';
import type { DirectiveState } from '../directive/directive.standing.js';
import { answered, answerFault } from './answers.js';
import { isTooLarge, type FoundNotice } from './found-notice.js';
import type { Import } from './import.fields.js';
import { contentOfImport, takenOf } from './imported.js';

/** The same document again, of the same body, is the import that is there: nothing happens, and the answer names it. */
export const importDirective: Rule<'ImportDirective'> = (asked, state, on, facts) => {
  const { notice, issuer } = facts;
  if (!notice) return refused('IMPORT_NOT_FOUND', 'importId');
  if (notice.orgId !== on.orgId) return refused('NOT_THE_IMPORTER', 'importId');
  const document = notice.documents[asked.document];
  if (!document) return refused('DOCUMENT_NOT_FOUND', 'document');
  if (isSame(state, notice, on)) return happened();
  if (state.is !== 'new') return refused('DIRECTIVE_EXISTS');
  return issuer ? importAnew(asked, { notice, document, issuer }, facts) : refused('OWN_BODY_UNKNOWN');
};

const isSame = (state: DirectiveState, { original }: FoundNotice, { orgId }: Occasion): boolean =>
  state.is !== 'new' && state.sha256 === original.sha256 && state.issuer.orgId === orgId;

interface Source {
  readonly notice: FoundNotice;
  readonly document: FoundDocument;
  readonly issuer: Issuer;
}

const importAnew = (asked: Import, { notice, document, issuer }: Source, facts: Importing): Decided => {
  const content = contentOfImport(asked, document);
  const fault = documentFault(asked, document, content) ?? faultOf(asked, content, facts) ?? mapFaultOf(content, facts);
  if (fault) return fault;
  const dated = asked.dated ? stated(asked.dated) : document.dated;
  const { importId, document: index, issuedBy } = asked;
  const data = {
    ...{
      issuer,
      issuedBy,
      original: notice.original,
      from: { importId, document: index, ...(notice.is === 'confirmed' && { confirmed: true as const }) },
    },
    ...{ complete: document.complete, answers: answered(asked, document) },
    damage: document.damage.map((run) => ({ ...run, kind: DAMAGE_AS_KEPT[run.kind] })),
    ...(dated && { dated }),
    ...content,
  };
  return happened({ type: 'DirectiveImported', data }, ...asks(content, facts, beginning(issuer)));
};

const documentFault = (asked: Import, document: FoundDocument, { title }: Content): No | undefined => {
  const taken = takenOf(asked, document);
  const stray = taken.findIndex(({ order }) => !document.clauses.some((clause) => clause.order === order));
  if (stray >= 0) return refused('CLAUSE_NOT_FOUND', 'clauses', String(stray), 'order');
  if (isTooLarge(document, taken.length)) return refused('DOCUMENT_TOO_LARGE', 'document');
  if (title === '' || title.length > 300) return refused('TITLE_MISSING', 'title');
  return noSuchDay(asked.dated && stated(asked.dated), 'dated') ?? answerFault(asked, document);
};
