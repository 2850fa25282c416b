import { VIEWS_OF_ALL } from '../../apps/api/contexts.js';
import { directiveCard } from '../../libs/contexts/directives/directive/views/directive-card.view.js';
import { requestRow } from '../../libs/contexts/directives/directive/views/directive-request.row.js';
import { directiveRequest } from '../../libs/contexts/directives/directive/views/directive-request.view.js';
import { directiveRow } from '../../libs/contexts/directives/directive/views/directive.row.js';
import { meetingCard, meetingRow } from '../../libs/contexts/directives/meeting/views/meeting-card.view.js';
import { receiptCard } from '../../libs/contexts/directives/receipt/views/receipt-card.view.js';
import { receiptRow } from '../../libs/contexts/directives/receipt/views/receipt.row.js';
import { dutyPointRow } from '../../libs/contexts/duties/views/duty-point-card.js';
import { dutyPointCard } from '../../libs/contexts/duties/views/duty-point-card.view.js';
import { dutyGapsRow } from '../../libs/contexts/duties/views/duty-gaps.row.js';
import { dutyGaps } from '../../libs/contexts/duties/views/duty-gaps.view.js';
import { gapRow } from '../../libs/contexts/duties/views/gap.row.js';
import { gap } from '../../libs/contexts/duties/views/gap.view.js';
import { evidenceCard, evidenceRow } from '../../libs/contexts/evidence/views/evidence-card.view.js';
import { findingEvents } from '../../libs/contexts/findings/finding.events.js';
import { findingAt } from '../../libs/contexts/findings/views/deadlines.js';
import { findingRow, type FindingCard } from '../../libs/contexts/findings/views/finding-card.js';
import { evidenceUse, evidenceUseRow } from '../../libs/contexts/findings/views/evidence-use.view.js';
import { findingCard } from '../../libs/contexts/findings/views/finding-card.view.js';
import { accountCard, accountRow } from '../../libs/contexts/grants/account/views/account.view.js';
import { grant, grantRow } from '../../libs/contexts/grants/grant/views/grant.view.js';
import { lateEntryCard, lateEntryRow } from '../../libs/contexts/imports/late-entry/views/late-entry.view.js';
import { importCard, importCardRow } from '../../libs/contexts/imports/views/import-card.view.js';
import { importRow, noticeImport } from '../../libs/contexts/imports/views/notice-import.view.js';
import {
  organisationCard,
  organisationRow,
} from '../../libs/contexts/parties/organisation/views/organisation-card.view.js';
import { personRow } from '../../libs/contexts/parties/person/views/person-card.row.js';
import { personCard } from '../../libs/contexts/parties/person/views/person-card.view.js';
import { territoryCard, territoryRow } from '../../libs/contexts/parties/territory/views/territory-card.view.js';
import { catalogues } from '../support/catalogues.js';
import { unshownFields, type ShownView } from '../support/shown-fields.js';

const NOW = '2022-05-01T00:00:00.000Z';

const SHOWN: readonly ShownView[] = [
  { view: territoryCard, part: territoryRow },
  { view: organisationCard, part: organisationRow },
  { view: personCard, part: personRow },
  { view: grant, part: grantRow },
  { view: accountCard, part: accountRow },
  { view: noticeImport, part: importRow },
  { view: importCard, part: importCardRow },
  { view: lateEntryCard, part: lateEntryRow },
  { view: directiveCard, part: directiveRow },
  { view: directiveRequest, part: requestRow },
  { view: meetingCard, part: meetingRow },
  { view: receiptCard, part: receiptRow },
  { view: dutyPointCard, part: dutyPointRow },
  { view: gap, part: gapRow },
  { view: dutyGaps, part: dutyGapsRow },
  { view: evidenceCard, part: evidenceRow },
  { view: evidenceUse, part: evidenceUseRow },
  { view: findingCard, part: findingRow, show: (card: FindingCard) => findingAt(card, NOW) },
];

/** Where things lay when they were recorded: what a thing is found by and whose it is, shown by the thing that lies there. */
const PLACES = /[.* ](territoryId|territoryPath|territoryLevel)$/;

/** What no row shows, and where it can be read instead. */
const ELSEWHERE: Readonly<Record<string, readonly string[]>> = {
  'as no place and no body': ['GrantProposed', 'GrantMade', 'AdministratorFounded'].map(
    (type) => `grant ${type} reach.nowhere`,
  ),
  'in the history of the account': ['account AccountUnpinned reason'],
  'in the history of who was first': ['firstId', 'secondId'].map((field) => `grant AdministrationHandedOver ${field}`),
  'in the clause map, beside what was asked for': [
    ...['ClauseExempted', 'ExemptionRefused', 'LaterDueGranted', 'LaterDueRefused'].flatMap((type) =>
      ['directiveId', 'reason'].map((field) => `directive ${type} ${field}`),
    ),
  ],
  'as whether it has a citation instead of a directive': [
    ...['DirectiveDrafted', 'DraftEdited', 'DirectiveImported'].flatMap((type) =>
      ['bases.*.unverified', 'links.*.to.unverified'].map((field) => `directive ${type} ${field}`),
    ),
  ],
  'nowhere: claims are part of decisions, and nobody sees them': [
    ...['ClaimLaid by', 'ClaimLaid expected', 'ClaimLaid orgs.*', 'ClaimReleased by'].map((field) => `claim ${field}`),
  ],
  'nowhere: what rests on a beginning is for its correction alone, and nobody sees it': ['beginning DependantNoted by'],
  'nowhere: which key a file is sealed under is for the machine alone': ['evidence EvidenceStored keyId'],
  'on the receipt': [
    'directive DirectiveDrafted relayOf.receiptId',
    'directive DirectiveIssued recipients.*.receiptId',
  ],
  'as the version of the text, which is what was issued': ['directive DirectiveIssued textVersion'],
  'on the child and its receipts, and in the cascade': [
    'directive ChildRecorded childId',
    'directive DutyRecorded dutyPointId',
    ...['directive BasisImplemented directiveId', 'directive BasisImplemented issuer.orgId'],
    ...['receipt DirectiveRelayed issuer.orgId', 'receipt DirectiveRelayed recipients.*.orgId'],
    'receipt DirectiveRelayed recipients.*.receiptId',
  ],
  'as the moment of its record, which is the same act': ['directive DirectiveAmended amendedAt'],
  'on the parent, as its version': ['directive BasisAmended textVersion'],
  'on the import, and as confirmed on each directive': [
    ...['documents', 'sha256', 'directives.*'].map((field) => `import ImportConfirmed ${field}`),
  ],
  'on the late entry, as it was registered': [
    ...['number', 'photoSha256', 'count'].map((field) => `lateEntry LateEntryConfirmed ${field}`),
  ],
  'as how many of its acts are told': ['lateEntry LateEntryUsed act', 'lateEntry LateEntryUsed told'],
  'on the directive': ['receipt DirectiveDelivered title', 'receipt DirectiveDelivered issuer.orgId'],
  'on the other step, which asked': ['dutyPoint LinkProposalClosed side', 'dutyPoint LinkAccepted linkId'],
  'on the duty point': ['dutyPoint GapDetected orgs.*'],
  'in the story alone, which grows without end': ['finding FindingNoted text'],
  'as each document, normalised': ['import NoticeImported text'],
  'in the history, which the public does not read: directories are open to everybody': [
    ...['organisation OrgCorrected reason', 'organisation PostCorrected reason', 'organisation OrgDissolved reason'],
    'territory TerritoryCorrected reason',
  ],
  'as the period itself': ['person AppointmentCorrected was.to', 'person PostEnded postId', 'person PostEnded to'],
};

const excepted = Object.values(ELSEWHERE).flat();
const isKnown = (field: string) => PLACES.test(field) || excepted.includes(field);

describe('what an event holds', () => {
  it('is looked for in every view that shows rows', () => {
    // Names of posts and of records of grants, hops of the cascade, and what a process remembers.
    const labelled = ['post_card', 'grants_card', 'cascade', 'duty_holder', 'duty_basis', 'finding_numbers'];
    const shown = SHOWN.map(({ view }) => view.name);
    expect(
      VIEWS_OF_ALL.map(({ name }) => name).filter((name) => !shown.includes(name) && !labelled.includes(name)),
    ).toEqual([]);
  });

  it('can be read in a field, not only in the history', async () => {
    const unshown = (await catalogues()).flatMap((one) =>
      unshownFields(one, SHOWN, (field) => isKnown(`${one.kind} ${field}`))
        .map((field) => `${one.kind} ${field}`)
        .filter((field) => !PLACES.test(field)),
    );
    expect(unshown.filter((field) => !excepted.includes(field))).toEqual([]);
    expect(excepted.filter((field) => !unshown.includes(field))).toEqual([]);
  });

  it('is missed where a row is shown without it', () => {
    const poorer = SHOWN.map(({ view, part, show }) =>
      view === findingCard
        ? { view, part, show: (card: FindingCard) => ({ ...show?.(card), description: '', changes: [] }) }
        : { view, part },
    );
    expect(unshownFields(findingEvents, poorer, () => true)).toEqual(
      expect.arrayContaining(['ObservationRecorded description', 'SeverityChanged reason']),
    );
  });
});
