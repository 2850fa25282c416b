import type { DataOf, Decider, Id, Occasion, Own, StateReader } from '#kernel';
import { namedIn, type ContentFacts, type Published } from '../content/content.rules.js';
import type { Content, Issuer } from '../content/content.schema.js';
import { tiesOf, type DraftTies } from '../content/draft.js';
import { readOrganisations, readOrganisationsAndAbove } from '../content/organisations.facts.js';
import { issuerIn, type Addressee, type Organisations, type Recipient } from '../content/recipients.js';
import { isConfirmed, readFound, type FoundNotice } from '../importing/found-notice.js';
import { meetingStream } from '../meeting/meeting.state.js';
import { receiptStream } from '../receipt/receipt.state.js';
import { amendmentOf, isBuiltOn } from './amending.facts.js';
import type { DirectiveCommand } from './directive.commands.js';
import type { DirectiveEvent } from './directive.events.js';
import type { DirectiveRefusal } from './directive.refusals.js';
import { isRestingOn, readCompletion, type Completion } from './completing.facts.js';
import type { Succession } from './ending.facts.js';
import { readRuling, type Ruling } from './ruling.facts.js';
import { published } from './directive.published.js';
import type { Amendment, DirectiveState } from './directive.standing.js';
import { directiveStream } from './directive.state.js';

/** What stands around a directive that begins: what it names, and the body in whose name it is asked for. */
export interface Beginning extends ContentFacts {
  readonly ownId: Id<'organisation'> | undefined;
  readonly issuer: Issuer | undefined;
}

/** What stands around a directive that is made of an import, and the import, where the actor may see it. */
export interface Importing extends Beginning {
  readonly notice: FoundNotice | undefined;
}

/** What stands around a directive that is to be signed; one that was made of an import waits for its confirmation. */
export interface Readiness extends ContentFacts {
  readonly isConfirmed: boolean;
}

/** The bodies that a signature is about. */
export interface Signing {
  readonly organisations: Organisations;
}

/** What a relay passes on, in whose name, to whom and when: all by the record of the receipt, and the text by that of its directive. */
export interface Relayed {
  readonly relayOf: NonNullable<DataOf<DirectiveEvent, 'DirectiveDrafted'>['relayOf']>;
  readonly content: Content;
  readonly issuer: Issuer;
  readonly recipients: readonly Recipient[];
  readonly at: string;
}

/** What must be known of others: what the content names, its issuer and the bodies it goes to, the text that a relay passes on. */
export interface DirectiveFacts {
  readonly DraftDirective: Beginning;
  readonly DeployFrom: Beginning;
  readonly ImportDirective: Importing;
  readonly EditDraft: ContentFacts;
  readonly IssueDirective: Signing;
  readonly PassOnDirective: Relayed | undefined;
  readonly AmendDirective: ContentFacts;
  readonly AskLaterDue: ContentFacts;
  readonly RecordRequests: ContentFacts;
  readonly RecordChild: boolean;
  readonly ReopenClauses: Amendment | undefined;
  readonly ExemptClause: Ruling;
  readonly RefuseExemption: Ruling;
  readonly GrantLaterDue: Ruling;
  readonly RefuseLaterDue: Ruling;
  readonly CompleteDirective: Completion;
  readonly RecordDuty: boolean;
  readonly SupersedeDirective: Succession;
}

/** The import that a directive was made of, if any. */
export const importOf = (state: DirectiveState) => (state.is === 'new' ? undefined : state.importId);

/** W2: what is not confirmed counts nowhere, and so is no basis. */
const readPublished = async (read: StateReader, ids: readonly Id<'directive'>[]) => {
  const states = await Promise.all(
    ids.map(async (id) => {
      const state = await read.state(directiveStream, id);
      return [id, (await isConfirmed(read, importOf(state))) ? published(state) : undefined] as const;
    }),
  );
  return new Map(states.filter((known): known is [Id<'directive'>, Published] => known[1] !== undefined));
};

/** Reads the directives and the meeting that a content names. */
export const aroundContent = async (
  read: StateReader,
  content: Pick<Content, 'bases' | 'links'> & Pick<DraftTies, 'meetingId'>,
): Promise<ContentFacts> => {
  const held = content.meetingId && (await read.state(meetingStream, content.meetingId));
  return { upstream: await readPublished(read, namedIn(content)), meetingIsHeld: held ? held.is === 'held' : false };
};

/** Reads what stands around a directive that begins with this draft. */
const aroundBeginning = async (read: StateReader, draft: DraftTies, { orgId }: Occasion): Promise<Beginning> => ({
  ...(await aroundContent(read, tiesOf(draft))),
  ownId: orgId,
  issuer: issuerIn(await readOrganisations(read, orgId ? [orgId] : []), orgId),
});

/** Reads the body that issues a directive, which may be gone since it was drafted, and those that it is to go to. */
const issuingBodies = (read: StateReader, state: DirectiveState, to: readonly Addressee[]): Promise<Organisations> =>
  readOrganisationsAndAbove(read, [
    ...(state.is === 'new' ? [] : [state.issuer.orgId]),
    ...to.map(({ orgId }) => orgId),
  ]);

/** Reads what a receipt says of a relay that made this child, and the text of the directive in force that it passes on. */
const relayed = async (read: StateReader, receiptId: Id<'receipt'>, child: Id): Promise<Relayed | undefined> => {
  const by = await read.state(receiptStream, receiptId);
  if (by.is === 'new' || by.relay?.childId !== child) return undefined;
  const { directiveId } = by.held;
  const parent = await read.state(directiveStream, directiveId);
  const { issuer, recipients, at } = by.relay;
  return parent.is === 'issued'
    ? { relayOf: { directiveId, receiptId }, content: parent.content, issuer, recipients, at }
    : undefined;
};

type Facts = Decider<DirectiveState, DirectiveCommand, DirectiveEvent, DirectiveRefusal, DirectiveFacts>['facts'];

/** Reads what stands around a text that is in force. */
const aroundText = async (read: StateReader, _: unknown, own: Own<DirectiveState>): Promise<ContentFacts> => {
  const state = await own.state();
  return aroundContent(read, state.is === 'new' ? NOTHING : state.content);
};

const askedIssuers = async (read: StateReader, _: unknown, own: Own<DirectiveState>): Promise<Ruling> =>
  readRuling(read, await own.state());

/** What a directive that is not there names. */
const NOTHING = { bases: [], links: [] };

export const directiveFacts: Facts = {
  DraftDirective: (read, draft, _, on) => aroundBeginning(read, draft, on),
  DeployFrom: (read, draft, _, on) => aroundBeginning(read, draft, on),
  ImportDirective: async (read, asked, _, on) => ({
    ...(await aroundBeginning(read, asked, on)),
    notice: await readFound(read, asked.importId),
  }),
  EditDraft: (read, draft) => aroundContent(read, tiesOf(draft)),
  IssueDirective: async (read, { recipients }, own) => ({
    organisations: await issuingBodies(read, await own.state(), recipients),
  }),
  AmendDirective: aroundText,
  AskLaterDue: aroundText,
  RecordRequests: aroundText,
  RecordChild: (read, { childId }, own) => isBuiltOn(read, childId, own.stream),
  ReopenClauses: amendmentOf,
  ExemptClause: askedIssuers,
  RefuseExemption: askedIssuers,
  GrantLaterDue: askedIssuers,
  RefuseLaterDue: askedIssuers,
  CompleteDirective: async (read, _, own) => readCompletion(read, own.stream, await own.state()),
  RecordDuty: (read, { dutyPointId }, own) => isRestingOn(read, dutyPointId, own.stream),
  SupersedeDirective: async (read, { successorId }, own) => ({
    successor: await read.state(directiveStream, successorId),
    isSame: successorId === own.stream,
  }),
  PassOnDirective: (read, { receiptId }, own) => relayed(read, receiptId, own.stream),
};
