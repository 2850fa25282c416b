import { importEvents, type ImportEvent } from '#contexts/imports';
import { eachThen, named, ref, type Id, type View } from '#kernel';
import { directiveEvents } from '../directive.events.js';
import type { DirectiveCard } from './directive.row.js';
import { askedAhead, droppedAhead } from './ahead.folds.js';
import { amendedCard, reopenedCard } from './amendments.folds.js';
import { endings } from './endings.folds.js';
import { askedIn, ruledOn } from './requests.rows.js';
import { draftVersion, issuedVersions, nextVersion } from './text-versions.js';
import { begun, editedCard, madeOf } from './written.folds.js';

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
  version: 14,
  of: [directiveEvents, importEvents],
  key: { directive: (_, { stream }) => stream, import: madeOfImport },
  owner: ({ territoryPath, orgs }) => ({ territory: territoryPath, orgs }),
  subject: { label: ({ title }) => named(title), kind: 'directive' },
  indexes: ['number', 'status', 'confirmed', 'instrument', 'urgency', 'issuerId', 'meetingId', 'issuedAt'],
  lists: ['asks'],
  searched: ['title', 'number'],
  on: {
    directive: asking({
      DirectiveDrafted: (_, { issuer, deploys, relayOf, ...content }, at) => ({
        ...begun(at.stream, issuer, content),
        textVersions: draftVersion(1, at),
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
        textVersions: nextVersion([], 1, at),
        status: 'registered',
        deploys: false,
        ...(from && { confirmed: from.confirmed ?? false }),
        provenance: { issuedBy, dated, original, damage, complete, answers, ...(from && madeOf(from)) },
      }),
      DraftEdited: editedCard,
      SignOffRequested: (card) => card && { ...card, status: 'signOffPending' },
      DirectiveIssued: (card, { recipients, issuedAt }, at) => {
        const to = recipients.map(({ orgId }) => orgId);
        return (
          card && {
            ...card,
            status: 'issued',
            recipients: to.map((id) => ref(id)),
            issuedAt,
            textVersions: issuedVersions(card.textVersions, at),
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
