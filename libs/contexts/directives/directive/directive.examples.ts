import type { DataOf } from '#kernel';
import { aContent } from '../content/content.examples.js';
import type { Issuer } from '../content/content.schema.js';
import type { Recipient } from '../content/recipients.js';
import { aClerk, HQ_J, HQ_Y, message, ORGANISATIONS, the } from '../directives.examples.js';
import type { RestingDuty } from './completing.facts.js';
import type { DirectiveEvent } from './directive.events.js';
import type { Request } from './request.shape.js';
import type { DirectiveFacts, Importing, Readiness } from './directive.facts.js';
import type { DirectiveKnown } from './directive.known.js';

/** Everything that some command on a directive knows of others. */
interface Known extends Importing, Readiness {
  readonly organisations: DirectiveFacts['IssueDirective']['organisations'];
  readonly sameNumber: DirectiveKnown['IssueDirective']['sameNumber'];
  readonly relayed: DirectiveFacts['PassOnDirective'];
  /** Who issued the parent, the seventh directive, of which something is asked. */
  readonly parent: Issuer | undefined;
  /** Whether the record of the other thing says what a policy tells of it. */
  readonly isSo: boolean;
  /** How a parent was amended, by its own record. */
  readonly amendment: DirectiveFacts['ReopenClauses'];
  readonly aftermath: DirectiveKnown['WithdrawDirective'];
  /** The duties that rest on it. */
  readonly duties: DirectiveFacts['CompleteDirective']['duties'];
  readonly succession: DirectiveKnown['SupersedeDirective'] & DirectiveFacts['SupersedeDirective'];
}

const covering = (clause: string): RestingDuty => ({
  ...{ dutyPointId: the('dutyPoint', Number(clause)), clause },
  ...{ isOpen: false, isSeen: true },
});

/** A duty, held by all that it requires, for each clause of an invented directive. */
export const COVERING: readonly RestingDuty[] = [covering('1'), covering('2')];

/** What each command, and what stands in its way, knows of others, the same for all of them. */
export const knowing = (said: Partial<Known> = {}): DirectiveFacts & DirectiveKnown => {
  const known: Known = {
    ...{
      ownId: HQ_J.orgId,
      issuer: HQ_J,
      upstream: new Map(),
      meetingIsHeld: false,
      notice: undefined,
      isConfirmed: true,
    },
    ...{ organisations: ORGANISATIONS, sameNumber: [], relayed: undefined, parent: undefined },
    ...{ aftermath: { receipts: new Map(), children: new Map() }, succession: { organisations: ORGANISATIONS } },
    ...{ isSo: true, amendment: undefined, duties: COVERING },
    ...said,
  };
  const { organisations, sameNumber, relayed, parent, aftermath, duties, succession, isSo, amendment, ...around } =
    known;
  const ruling = { parents: new Map(parent ? [[the('directive', 7), parent]] : []) };
  return {
    DraftDirective: around,
    DeployFrom: around,
    ImportDirective: around,
    EditDraft: around,
    SubmitForSignOff: around,
    IssueDirective: { organisations, sameNumber },
    PassOnDirective: relayed,
    ...{ AskLaterDue: around, RecordRequests: around, AmendDirective: { ...around, organisations }, RecordChild: isSo },
    ReopenClauses: amendment,
    ...{ CompleteDirective: { own: the('directive'), ...aftermath, duties }, WithdrawDirective: aftermath },
    RecordDuty: isSo,
    ...{ RevokeDirective: succession, SupersedeDirective: succession },
    ...{ ExemptClause: ruling, RefuseExemption: ruling, GrantLaterDue: ruling, RefuseLaterDue: ruling },
  };
};

export const aDirective = (data: Partial<DataOf<DirectiveEvent, 'DirectiveDrafted'>> = {}) =>
  message('DirectiveDrafted' as const, { ...aContent(), issuer: HQ_J, deploys: false, ...data });

export const aRequest = () => message('SignOffRequested' as const, {});

export const anIssue = (...recipients: readonly Recipient[]) =>
  message('DirectiveIssued' as const, { recipients: [...recipients], textVersion: 1, issuedAt: aClerk.occurredAt });

/** What a child of City Y asks of Province J about clauses of its seventh directive. */
export const anAsking = (...clauses: Request['clauses']) =>
  message('RequestMade' as const, { directiveId: the('directive', 7), orgId: HQ_J.orgId, issuer: HQ_Y, clauses });

/** The first amendment: it puts another clause in the place of the second. */
export const anAmendment = (data: Partial<DataOf<DirectiveEvent, 'DirectiveAmended'>> = {}) =>
  message('DirectiveAmended' as const, {
    ...{ number: 1, textVersion: 2, text: '修订后的全文', declared: [], clauseMap: [] },
    clauses: [
      ...aContent().clauses.slice(0, 1),
      { key: '2', number: '', order: 2, text: '要落实夜间值守', due: { rule: 'none' as const } },
    ],
    ...{ changed: ['2'], added: [], dropped: [], amendedAt: aClerk.occurredAt, reason: '疫情变化' },
    ...data,
  });
