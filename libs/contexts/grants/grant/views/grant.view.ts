import {
  anId,
  anyId,
  aTerritoryPath,
  closed,
  closedFieldsOf,
  instant,
  int,
  kept,
  optional,
  ownId,
  pointer,
  ref,
  rowOf,
  sealed,
  shownText,
  viewOf,
  word,
  type DataOf,
  type Happening,
  type PartData,
} from '#kernel';
import { grantEvents, type GrantEvent } from '../grant.events.js';
import { GRANT_STATUSES, GRANTED_ROLES, type GrantStatus } from '../grant.words.js';

export const grantRow = rowOf('Grant', 'A role that somebody was granted, or waits for.', '一项授权。', {
  id: ownId('The record of what they are granted.', '授权档案编号。'),
  number: int([1, 10_000], 'Which grant of it, counted from 1.', '授权序号（自 1 起）。'),
  grantee: pointer('The person, or the post whose holder has it.', '被授权人或岗位。'),
  postOf: optional(pointer('The body that the post belongs to.', '岗位所属机构。')),
  role: word(GRANTED_ROLES, 'Which role.', '角色。'),
  territory: optional(pointer('Over this place and all below.', '授权地域（含下级）。')),
  organisation: optional(pointer('For this body.', '授权机构。')),
  status: word(GRANT_STATUSES, 'Where it stands.', '状态。'),
  from: instant('From this instant on.', '起始时间。'),
  to: optional(instant('Until just before this instant.', '截止时间。')),
  reason: closed(sealed(shownText('Why it was granted.', '授权理由。'))),
  proposedBy: pointer('Who proposed it.', '提议人。'),
  proposedAt: instant('When.', '提议时间。'),
  decidedBy: optional(pointer('Who approved it, or did not.', '批准人。')),
  endedBy: optional(pointer('Who ended it.', '终止人。')),
  endedAt: optional(instant('When it ended.', '终止时间。')),
  because: closed(sealed(shownText('Why it was not approved, or ended.', '不予批准或终止的理由。'))),
  granteeId: kept(anyId()),
  proposedById: kept(anyId()),
  territoryId: kept(anyId().optional()),
  territoryPath: kept(aTerritoryPath().optional()),
  orgId: kept(anId('organisation').optional()),
});

export type GrantRow = PartData<typeof grantRow>;

const begun =
  (status: GrantStatus) =>
  (_: unknown, data: DataOf<GrantEvent, 'GrantMade'>, { stream, actorId, recordedAt }: Happening): GrantRow => {
    const { grantee, reach, ...grant } = data;
    const granteeId = 'personId' in grantee ? grantee.personId : grantee.postId;
    return {
      ...grant,
      id: stream,
      granteeId,
      grantee: ref(granteeId),
      ...('orgId' in grantee && { postOf: ref(grantee.orgId) }),
      ...('territoryId' in reach && { territory: ref(reach.territoryId), territoryId: reach.territoryId }),
      ...('territoryPath' in reach && { territoryPath: reach.territoryPath }),
      ...('orgId' in reach && { organisation: ref(reach.orgId), orgId: reach.orgId }),
      status,
      proposedBy: ref(actorId),
      proposedById: actorId,
      proposedAt: recordedAt,
    };
  };

/** Every grant there ever was; who may do what is no secret to those who work here, why they may is. */
export const grant = viewOf<GrantRow, typeof grantEvents>({
  name: 'granted',
  version: 3,
  of: grantEvents,
  key: ({ data: { number } }, { stream }) => `${stream}/${String(number)}`,
  owner: 'directory',
  closed: {
    fields: closedFieldsOf(grantRow),
    to: ({ granteeId, proposedBy, decidedBy, endedBy, territoryPath = '', orgId }) => ({
      people: [granteeId, proposedBy.id, ...[decidedBy, endedBy].flatMap((one) => one?.id ?? [])],
      owner: { territory: territoryPath, orgs: orgId ? [orgId] : [] },
    }),
  },
  indexes: ['role', 'status', 'granteeId', 'proposedById', 'territoryId', 'orgId'],
  on: {
    GrantProposed: begun('proposed'),
    GrantMade: begun('granted'),
    AdministratorFounded: begun('granted'),
    AdministrationHandedOver: (row, _, { actorId, recordedAt }) =>
      row && { ...row, status: 'ended', endedBy: ref(actorId), endedAt: recordedAt },
    GrantApproved: (row, _, { actorId }) => row && { ...row, status: 'granted', decidedBy: ref(actorId) },
    GrantRefused: (row, { reason }, { actorId }) =>
      row && { ...row, status: 'refused', decidedBy: ref(actorId), because: reason },
    GrantEnded: (row, { reason }, { actorId, recordedAt }) =>
      row && { ...row, status: 'ended', endedBy: ref(actorId), endedAt: recordedAt, because: reason },
  },
});
