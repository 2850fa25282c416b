import { beforeAnswered, claiming, happened, refused, type Id } from '#kernel';
import { askingIn, basesIn } from '../content/content.rules.js';
import type { Content } from '../content/content.schema.js';
import { frozen, issuerIn, type Recipient } from '../content/recipients.js';
import type { DirectiveEvent } from './directive.events.js';
import { claimsOnNumber } from './directive.number.js';
import type { Rule } from './directive.rules.js';
import type { Standing } from './directive.standing.js';

const issueDirective: Rule<'IssueDirective'> = ({ recipients }, state, on, facts) => {
  if (state.is === 'new') return refused('DIRECTIVE_NOT_THERE');
  const issuer = issuerIn(facts.organisations, state.issuer.orgId);
  if (!issuer) return refused('ISSUER_DISSOLVED');
  const list = frozen(recipients, issuer, facts.organisations);
  if ('refused' in list) return list;
  const no = beforeAnswered(on, state.latest);
  return no ?? claiming(happened(...issued(state, list, on.occurredAt)), claimsOnNumber(state, on.occurredAt));
};

const passOnDirective: Rule<'PassOnDirective'> = (_asked, state, _, relayed) => {
  if (state.is !== 'new') return refused('DIRECTIVE_EXISTS');
  if (!relayed) return refused('NOTHING_TO_DEPLOY');
  const { issuer, relayOf, recipients, at } = relayed;
  // Neither the meeting nor the number is of the body that passes it on.
  const { meetingId: _meeting, number: _number, ...unchanged } = relayed.content;
  const basis = [{ directiveId: relayOf.directiveId }];
  const content = {
    ...unchanged,
    bases: basis,
    links: [],
    clauseMap: allAdopted(relayOf.directiveId, relayed.content),
  };
  return happened(
    { type: 'DirectiveDrafted', data: { issuer, deploys: false, relayOf, ...content } },
    ...issued({ issuer, content, textVersion: 1 }, recipients, at),
  );
};

/** D3: a text that is passed on unchanged carries on each clause as it is. */
const allAdopted = (directiveId: Id<'directive'>, content: Content): Content['clauseMap'] =>
  askingIn(content).map(({ key }) => ({ directiveId, clause: key, how: 'adopted', by: key }));

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
