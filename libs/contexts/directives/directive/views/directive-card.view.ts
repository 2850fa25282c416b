import { importEvents, type ImportEvent } from '#contexts/imports';
import { eachThen, ref, type DataOf, type Id, type View } from '#kernel';
import type { Content, Issuer } from '../../content/content.schema.js';
import { meetingShown, textShown, upstreamShown } from '../../content/views/content.rows.js';
import { directiveEvents, type DirectiveEvent } from '../directive.events.js';
import type { DirectiveCard } from './directive.row.js';
import { askedAhead, droppedAhead } from './ahead.folds.js';
import { amendedCard, reopenedCard } from './amendments.folds.js';
import { endings } from './endings.folds.js';
import { askedIn, ruledOn, stillRuled } from './requests.rows.js';

type From = DataOf<DirectiveEvent, 'DirectiveImported'>['from'];

/** W2: the directives that a confirmation makes count. */
const madeOfImport = ({ type, data }: ImportEvent): readonly Id[] =>
  type === 'ImportConfirmed' ? data.directives : [];

type Folds = View<DirectiveCard, readonly [typeof directiveEvents]>['on']['directive'];

/** The same folds, after each of which a card knows of whom it asks something. */
const asking = (folds: Folds): Folds =>
  eachThen<DirectiveCard, Folds>(folds, (card) => ({ ...card, asks: askedIn(card) }));

/** A directive belongs to its issuer, and to everybody it went to. */
export const directiveCard: View<DirectiveCard, readonly [typeof directiveEvents, typeof importEvents]> = {
  name: 'directive_card',
  version: 12,
  of: [directiveEvents, importEvents],
  key: { directive: (_, { stream }) => stream, import: madeOfImport },
  owner: ({ territoryPath, orgs }) => ({ territory: territoryPath, orgs }),
  subject: { label: ({ title }) => title, kind: 'directive' },
  indexes: ['number', 'status', 'confirmed', 'instrument', 'urgency', 'issuerId', 'issuedAt'],
  lists: ['asks'],
  searched: ['title', 'number'],
  on: {
    directive: asking({
      DirectiveDrafted: (_, { issuer, deploys, relayOf, ...content }, { stream }) => ({
        ...begun(stream, issuer, content),
        status: 'draft',
        deploys,
        ...(relayOf && { relayOf: ref(relayOf.directiveId) }),
      }),
      DirectiveImported: (
        _,
        { issuer, issuedBy, dated, from, answers, original, damage, complete, ...content },
        at,
      ) => ({
        ...begun(at.stream, issuer, content),
        status: 'registered',
        deploys: false,
        ...(from && { confirmed: from.confirmed ?? false }),
        provenance: { issuedBy, dated, original, damage, complete, answers, ...(from && madeOf(from)) },
      }),
      DraftEdited: (card, content) => {
        if (!card) return undefined;
        const { meeting: _meeting, number: _number, ...kept } = card;
        const status = card.provenance ? 'registered' : 'draft';
        const text = shown(content);
        return { ...kept, ...text, clauseMap: stillRuled(card, text), status, textVersion: card.textVersion + 1 };
      },
      SignOffRequested: (card) => card && { ...card, status: 'signOffPending' },
      DirectiveIssued: (card, { recipients, issuedAt }) => {
        const to = recipients.map(({ orgId }) => orgId);
        return (
          card && {
            ...card,
            status: 'issued',
            recipients: to.map((id) => ref(id)),
            issuedAt,
            orgs: [card.issuerId, ...to],
          }
        );
      },
      DirectiveAmended: amendedCard,
      BasisAmended: reopenedCard,
      ChildRecorded: 'ignore',
      DutyRecorded: 'ignore',
      RequestMade: askedAhead,
      RequestDropped: droppedAhead,
      ClauseExempted: ruledOn('ClauseExempted'),
      ExemptionRefused: ruledOn('ExemptionRefused'),
      LaterDueGranted: ruledOn('LaterDueGranted'),
      LaterDueRefused: ruledOn('LaterDueRefused'),
      ...endings,
      BasisImplemented: 'ignore',
    }),
    import: {
      NoticeImported: 'ignore',
      DocumentFound: 'ignore',
      ImportConfirmed: (card) => card && { ...card, confirmed: true },
    },
  },
};

const madeOf = ({ importId, document }: NonNullable<From>) => ({ notice: ref(importId), document });

const begun = (id: Id, { orgId, territoryPath }: Issuer, content: Content) => ({
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
