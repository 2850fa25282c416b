import { happened, refused, type Id } from '#kernel';
import { basesIn } from '../content/content.rules.js';
import type { Content } from '../content/content.schema.js';
import { frozen, issuerIn, type Recipient } from '../content/recipients.js';
import type { DirectiveEvent } from './directive.events.js';
import { notOwn, type Rule } from './directive.rules.js';
import { wasSent, type Standing } from './directive.state.js';

const issueDirective: Rule<'IssueDirective'> = ({ recipients }, state, on, organisations) => {
  const no = notOwn(state, on);
  if (no || state.is === 'new') return no ?? refused('NOT_THE_ISSUER');
  if (wasSent(state)) return refused('ALREADY_ISSUED');
  if (state.is !== 'signOffPending') return refused('NOT_SUBMITTED');
  const issuer = issuerIn(organisations, state.issuer.orgId);
  if (!issuer) return refused('ISSUER_DISSOLVED');
  const list = frozen(recipients, issuer, organisations);
  return 'refused' in list ? list : happened(...issued(state, list, on.occurredAt));
};

const passOnDirective: Rule<'PassOnDirective'> = ({ issuer, relayOf, recipients, at }, state, _, relayed) => {
  if (state.is !== 'new') return refused('DIRECTIVE_EXISTS');
  if (!relayed) return refused('NOTHING_TO_DEPLOY');
  const { meetingId: _meeting, ...unchanged } = relayed;
  const basis = [{ directiveId: relayOf.directiveId }];
  const content = { ...unchanged, bases: basis, links: [], clauseMap: allAdopted(relayOf.directiveId, relayed) };
  return happened(
    { type: 'DirectiveDrafted', data: { issuer, deploys: false, relayOf, ...content } },
    ...issued({ issuer, content, textVersion: 1 }, recipients, at),
  );
};

/** D3: a text that is passed on unchanged carries on each clause as it is. */
const allAdopted = (directiveId: Id<'directive'>, { clauses }: Content): Content['clauseMap'] =>
  clauses.map(({ key }) => ({ directiveId, clause: key, how: 'adopted', by: key }));

/** The text and the list freeze together; each basis gets its child. */
const issued = (
  { issuer, content, textVersion }: Pick<Standing, 'issuer' | 'content' | 'textVersion'>,
  recipients: readonly Recipient[],
  issuedAt: string,
): readonly DirectiveEvent[] => [
  { type: 'DirectiveIssued', data: { recipients: [...recipients], textVersion, issuedAt } },
  ...basesIn(content).map((directiveId) => ({ type: 'BasisImplemented', data: { directiveId, issuer } }) as const),
];

/** How a text is signed, or passed on unchanged. */
export const issuing = { IssueDirective: issueDirective, PassOnDirective: passOnDirective };
