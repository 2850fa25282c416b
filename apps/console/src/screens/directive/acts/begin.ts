import { asEntered, type Draft } from '../../../forms/draft';
import type { Clause } from '../query';
import type { Known } from './directive-act';

const entered = (text: string | null): string => text ?? '';

const dueOf = ({ due }: Clause): Draft =>
  due ? { rule: due.rule, text: entered(due.text), at: due.at === null ? '' : asEntered(due.at) } : {};

/** Clauses as they stand in a form. */
const clausesAsEntered = (clauses: readonly Clause[]): readonly Draft[] =>
  clauses.map((clause) => ({
    ...{ key: clause.key, number: clause.number, parent: entered(clause.parent), text: clause.text },
    ...(clause.heading && { heading: true }),
    due: dueOf(clause),
  }));

/** What an amendment begins with: the text that holds. */
export const asItHolds = ({ order, present }: Known): Draft => ({
  ...{ text: order.text, clauses: clausesAsEntered(order.clauses), expectedRevision: String(present.textVersion) },
  clauseMap: present.clauseMap.map(({ directive, clause, how, by, reason }) => ({
    ...{ directiveId: directive.id, clause, how, by: entered(by), reason: entered(reason) },
  })),
  declared: present.warnings.map(({ under, declared }) => ({ under: entered(under), count: String(declared) })),
});

/** What an edit begins with: the whole draft. */
export const asDrafted = (known: Known): Draft => {
  const { order, present } = known;
  return {
    ...asItHolds(known),
    ...{ instrument: order.instrument, urgency: order.urgency, title: order.title, number: entered(order.number) },
    ...(order.meeting && { meetingId: order.meeting.id }),
    bases: order.bases.map(({ directive, citation }) => ({
      directiveId: entered(directive?.id ?? null),
      citation: entered(citation),
    })),
    links: present.links.map(({ link, to }) => ({
      ...{ link, directiveId: entered(to.directive?.id ?? null), citation: entered(to.citation) },
    })),
  };
};

/** What carries on another order begins with: its text, every clause adopted as it is. */
export const asDeployed = ({ id, title, instrument, urgency, text, clauses }: Known['order']): Draft => ({
  ...{ title, instrument, urgency, text, clauses: clausesAsEntered(clauses), bases: [{ directiveId: id }] },
  clauseMap: clauses
    .filter(({ heading }) => !heading)
    .map(({ key }) => ({ directiveId: id, clause: key, how: 'adopted', by: key })),
});
