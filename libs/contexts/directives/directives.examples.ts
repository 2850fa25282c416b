import { idOf, pathBelow, type DataOf, type Id, type Occasion } from '#kernel';
import type { OrganisationState } from '#contexts/parties';
import type { Content, Issuer } from './content/content.schema.js';
import type { Recipient } from './content/recipients.js';
import type { Import } from './directive/directive.commands.js';
import type { DirectiveFacts } from './directive/directive.decider.js';
import type { DirectiveEvent } from './directive/directive.events.js';
import type { Beginning } from './directive/directive.facts.js';
import type { Draft } from './content/draft.js';
import type { Registered } from './meeting/meeting.commands.js';
import type { ReceiptEvent } from './receipt/receipt.events.js';

/** The n-th invented id of a kind. */
export const the = <K extends string>(kind: K, n = 1): Id<K> =>
  idOf(kind, `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`);

const provincePath = pathBelow('', the('territory', 1));
const cityPath = pathBelow(provincePath, the('territory', 2));

/** Province J, City Y below it, and what lies below that: two counties and a development zone. */
export const HQ_J: Issuer = {
  orgId: the('organisation', 1),
  territoryId: the('territory', 1),
  territoryPath: provincePath,
};
export const HQ_Y: Issuer = {
  orgId: the('organisation', 2),
  territoryId: the('territory', 2),
  territoryPath: cityPath,
};

const below = (n: number, territoryLevel: Recipient['territoryLevel']): Recipient => ({
  orgId: the('organisation', n),
  receiptId: the('receipt', n),
  territoryId: the('territory', n),
  territoryPath: pathBelow(cityPath, the('territory', n)),
  territoryLevel,
});
export const CITY_Y: Recipient = { ...HQ_Y, receiptId: the('receipt', 2), territoryLevel: 'city' };
export const COUNTY_K1 = below(3, 'county');
export const COUNTY_K3 = below(4, 'county');
export const ZONE = below(5, 'developmentZone');

export const orgAt = ({
  territoryId,
  territoryPath,
  territoryLevel,
}: Omit<Recipient, 'orgId' | 'receiptId'>): OrganisationState => ({
  is: 'active',
  name: 'HQ',
  ...{ territoryId, territoryPath, territoryLevel },
  posts: [],
});

/** A body that is registered, and dissolved. */
export const GONE = the('organisation', 98);
const { territoryId, territoryPath, territoryLevel } = CITY_Y;

export const ORGANISATIONS: ReadonlyMap<Id<'organisation'>, OrganisationState> = new Map<
  Id<'organisation'>,
  OrganisationState
>([
  [GONE, { is: 'dissolved', territoryId, territoryPath, territoryLevel, dissolvedAt: '2022-03-01T00:00:00.000Z' }],
  ...[{ ...HQ_J, territoryLevel: 'province' as const }, CITY_Y, COUNTY_K1, COUNTY_K3, ZONE].map(
    (body) => [body.orgId, orgAt(body)] as const,
  ),
]);

export const aClerk: Occasion = {
  actorId: the('person', 1),
  orgId: HQ_J.orgId,
  occurredAt: '2022-03-17T11:30:00.000Z',
  commandId: '00000000-0000-4000-8000-0000000000c1',
  correlationId: '00000000-0000-4000-8000-0000000000c1',
  source: 'web',
};

/** Everything that some command on a directive knows of others. */
interface Known extends Beginning {
  readonly organisations: DirectiveFacts['IssueDirective'];
  readonly relayed: DirectiveFacts['PassOnDirective'];
}

/** What each command knows of others, the same for all of them. */
export const knowing = (known: Partial<Known> = {}): DirectiveFacts => {
  const { organisations, relayed, ...around }: Known = {
    ...{ ownId: HQ_J.orgId, issuer: HQ_J, upstream: new Map(), meetingIsHeld: false },
    ...{ organisations: ORGANISATIONS, relayed: undefined },
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
  };
};

/** Whose a row is, as its view says. */
export const ownerOfRow = <Row extends object>(
  view: { readonly owner: 'directory' | ((row: Row) => object) },
  row: Row | undefined,
) => (row && typeof view.owner === 'function' ? view.owner(row) : undefined);

const text = '要压实属地、部门、单位、个人四方责任。要加强值班值守。';

export const aDraft = (draft: Partial<Draft> = {}): Draft => ({
  instrument: 'meetingDeployment',
  urgency: 'urgent',
  title: '关于压实四方责任的部署',
  text,
  clauses: [
    { text: '要压实属地、部门、单位、个人四方责任', due: { rule: 'none' } },
    { text: '要加强值班值守', due: { rule: 'by', at: '2022-03-18T16:00:00.000Z' } },
  ],
  ...draft,
});

export const aContent = (content: Partial<Content> = {}): Content => ({
  instrument: 'meetingDeployment',
  urgency: 'urgent',
  title: '关于压实四方责任的部署',
  text,
  clauses: [
    { key: '1', number: '', order: 1, text: '要压实属地、部门、单位、个人四方责任', due: { rule: 'none' } },
    { key: '2', number: '', order: 2, text: '要加强值班值守', due: { rule: 'by', at: '2022-03-18T16:00:00.000Z' } },
  ],
  declared: [],
  bases: [],
  links: [],
  clauseMap: [],
  ...content,
});

const message = <T extends string, D>(type: T, data: D) => ({ type, data });

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

export const aDelivery = (data: Partial<DataOf<ReceiptEvent, 'DirectiveDelivered'>> = {}) => {
  const { receiptId: _, ...to } = CITY_Y;
  return message('DirectiveDelivered' as const, {
    channel: 'system' as const,
    deliveredAt: aClerk.occurredAt,
    directiveId: the('directive'),
    title: '关于压实四方责任的部署',
    textVersion: 1,
    urgency: 'urgent' as const,
    issuer: HQ_J,
    ...to,
    ...data,
  });
};

export const anAcknowledgement = () => message('DirectiveAcknowledged' as const, { textVersion: 1 });

/** Four hours after the delivery of what is urgent. */
export const LIMIT = '2022-03-17T15:30:00.000Z';

export const aMiss = (dueAt = LIMIT) => message('AcknowledgementMissed' as const, { dueAt });

export const aReturn = () => message('DirectiveReturned' as const, { reason: '不属于本单位职责' });

export const aMeeting = (data: Partial<Registered> = {}): Registered => ({
  title: '第十二次专题会议',
  heldBy: '省委',
  kinds: ['special'],
  form: 'tvTelephone',
  heldOn: { year: null, month: 3, day: 12 },
  venues: [{ kind: 'main', name: '主会场' }],
  roles: [
    { role: 'chair', post: '省长' },
    { role: 'speaks', post: '省委书记' },
  ],
  undisclosedItems: true,
  ...data,
});
