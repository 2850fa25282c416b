import { happened, refused, type DataOf } from '#kernel';
import { askingIn } from '../content/content.rules.js';
import type { Clause, Content } from '../content/content.schema.js';
import type { Completion, RestingDuty } from './completing.facts.js';
import type { DirectiveCommand } from './directive.commands.js';
import { beforeIssued } from './directive.ending.js';
import type { No, Rule } from './directive.rules.js';
import type { DirectiveEvent } from './directive.events.js';
import { wasSent, type DirectiveState, type Sent } from './directive.standing.js';
import { askedOf } from './request.rules.js';

type Stated = NonNullable<DataOf<DirectiveCommand, 'CompleteDirective'>['withoutDuty']>;

/** The clause that a duty rests on. Numbers may repeat in a text (C12): one that does names no clause. */
const clauseOf = (content: Content, { clause: name }: RestingDuty): string | undefined => {
  const asking = askingIn(content);
  if (asking.some(({ key }) => key === name)) return name;
  const numbered = asking.filter(({ number }) => number === name);
  return numbered.length === 1 ? numbered[0]?.key : undefined;
};

/**
 * Whether a directive below that is done carries the clause on, or was let off it by the issuer (D3). What was written below before the
 * clause was amended says nothing of it as it stands, also where it was not told of the amendment yet.
 */
const isCarriedOn = ({ children, own }: Completion, { amendments }: Sent, clause: string): boolean => {
  const since = amendments.filter(({ touched }) => touched.includes(clause)).at(-1)?.amendedAt;
  return [...children.values()].some(
    (child) =>
      child.is === 'completed' &&
      (since === undefined || child.written.recordedAt > since) &&
      child.content.clauseMap.some((entry) => entry.directiveId === own && entry.clause === clause),
  );
};

/** D3: why not each clause is covered: by a duty whose parties all hold it, by a directive below that is done, or by a statement. */
const uncovered = (state: Sent, known: Completion, stated: Stated): No | undefined => {
  const { content } = state;
  const resting = restingOn(content, known);
  return (
    wrongStatement(content, resting, stated) ??
    bare(
      askingIn(content),
      (key) =>
        stated.some(({ clause }) => clause === key) ||
        resting.some((one) => one.key === key) ||
        isCarriedOn(known, state, key),
    )
  );
};

type Resting = readonly { readonly duty: RestingDuty; readonly key: string | undefined }[];

const restingOn = (content: Content, { duties }: Pick<Completion, 'duties'>): Resting =>
  duties.map((duty) => ({ duty, key: clauseOf(content, duty) }));

/** Nobody says of a clause that it needs no duty while one rests on it. */
const wrongStatement = (content: Content, resting: Resting, stated: Stated): No | undefined => {
  for (const [index, { clause }] of stated.entries()) {
    const at = ['withoutDuty', String(index), 'clause'] as const;
    if (!askingIn(content).some(({ key }) => key === clause)) return refused('STATED_CLAUSE_NOT_FOUND', ...at);
    if (resting.some(({ key }) => key === clause)) return refused('CLAUSE_HAS_DUTY', ...at);
  }
  return undefined;
};

/** Whatever is stated: a duty that rests on it has an open gap. */
export const openDuty = (content: Content, known: Pick<Completion, 'duties'>): No | undefined => {
  const open = restingOn(content, known).filter(({ duty }) => duty.isOpen);
  if (open.length === 0) return undefined;
  const keys = new Set(open.flatMap(({ key }) => key ?? []));
  const others = open.filter(({ duty }) => duty.isSeen).map(({ duty }) => duty.dutyPointId);
  return { ...refused('DUTY_NOT_HELD', 'clauses', ...keys), ...(others.length > 0 && { others }) };
};

const bare = (clauses: readonly Clause[], isCovered: (key: string) => boolean): No | undefined => {
  const open = clauses.filter(({ key }) => !isCovered(key)).map(({ key }) => key);
  return open.length > 0 ? refused('CLAUSE_NOT_COVERED', 'clauses', ...open) : undefined;
};

const complete: Rule<'CompleteDirective'> = ({ withoutDuty = [] }, state, on, facts) => {
  const no = beforeIssued(state, on);
  if (no || !wasSent(state)) return no ?? refused('NOT_ISSUED');
  const open = uncovered(state, facts, withoutDuty);
  return open ?? happened({ type: 'DirectiveCompleted', data: stating(withoutDuty) }, ...nothingAhead(state));
};

/** What was asked ahead of the text waits for nobody any more. */
const nothingAhead = ({ requests, ahead, content }: Sent): readonly DirectiveEvent[] =>
  requests
    .filter(({ directiveId }) => ahead.some((one) => one.directiveId === directiveId))
    .map((request) => {
      const clauses = askedOf(content, request.directiveId);
      return clauses.length > 0
        ? { type: 'RequestMade', data: { ...request, clauses } }
        : { type: 'RequestDropped', data: { directiveId: request.directiveId } };
    });

const stating = (withoutDuty: Stated) => (withoutDuty.length > 0 ? { withoutDuty } : {});

/** A directive knows what rests on it, as the record of the duty says. */
const recordDuty: Rule<'RecordDuty'> = ({ dutyPointId }, state: DirectiveState, _, isResting) => {
  if (state.is === 'new' || !isResting) return refused('NOT_BUILT_ON_THIS');
  return state.duties.includes(dutyPointId) ? happened() : happened({ type: 'DutyRecorded', data: { dutyPointId } });
};

/** How an order comes to its end because everything is done. */
export const completing = { CompleteDirective: complete, RecordDuty: recordDuty };
