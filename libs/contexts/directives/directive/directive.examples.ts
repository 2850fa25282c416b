import type { DataOf } from '#kernel';
import { aContent, aDraft } from '../content/content.examples.js';
import type { Recipient } from '../content/recipients.js';
import { aClerk, HQ_J, message, ORGANISATIONS } from '../directives.examples.js';
import type { Import } from './directive.commands.js';
import type { DirectiveEvent } from './directive.events.js';
import type { Beginning, DirectiveFacts } from './directive.facts.js';

/** Everything that some command on a directive knows of others. */
interface Known extends Beginning {
  readonly organisations: DirectiveFacts['IssueDirective'];
  readonly relayed: DirectiveFacts['PassOnDirective'];
  /** Who issued the parent that a ruling is about. */
  readonly parent: DirectiveFacts['ExemptClause'];
  readonly aftermath: DirectiveFacts['CompleteDirective'];
  readonly succession: DirectiveFacts['SupersedeDirective'];
}

/** What each command knows of others, the same for all of them. */
export const knowing = (known: Partial<Known> = {}): DirectiveFacts => {
  const { organisations, relayed, parent, aftermath, succession, ...around }: Known = {
    ...{ ownId: HQ_J.orgId, issuer: HQ_J, upstream: new Map(), meetingIsHeld: false },
    ...{ organisations: ORGANISATIONS, relayed: undefined, parent: undefined },
    ...{ aftermath: { receipts: new Map(), children: new Map() }, succession: { organisations: ORGANISATIONS } },
    ...known,
  };
  return {
    DraftDirective: around,
    DeployFrom: around,
    ImportDirective: around,
    EditDraft: around,
    SubmitForSignOff: around,
    IssueDirective: organisations,
    PassOnDirective: relayed,
    ...{ CompleteDirective: aftermath, WithdrawDirective: aftermath },
    ...{ RevokeDirective: succession, SupersedeDirective: succession },
    ...{ ExemptClause: parent, RefuseExemption: parent, GrantLaterDue: parent, RefuseLaterDue: parent },
  };
};

export const aDirective = (data: Partial<DataOf<DirectiveEvent, 'DirectiveDrafted'>> = {}) =>
  message('DirectiveDrafted' as const, { ...aContent(), issuer: HQ_J, deploys: false, ...data });

export const anImport = (data: Partial<Import> = {}): Import => ({
  ...aDraft(),
  issuedBy: '自治区疫情防控指挥部',
  dated: { year: null, month: 3, day: 31 },
  original: { sha256: 'ab'.repeat(32), bytes: 4096, fileName: 'notice.txt', mediaType: 'text/plain' },
  damage: [{ kind: 'mojibake', from: 3, to: 9, text: '贩揽?' }],
  complete: true,
  ...data,
});

export const aRequest = () => message('SignOffRequested' as const, {});

export const anIssue = (...recipients: readonly Recipient[]) =>
  message('DirectiveIssued' as const, { recipients: [...recipients], textVersion: 1, issuedAt: aClerk.occurredAt });
