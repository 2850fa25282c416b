import {
  command,
  commandsOf,
  id,
  instant,
  int,
  optional,
  to,
  word,
  type CommandOf,
  type GivenBy,
  type Id,
} from '#kernel';
import { GRANTED_ROLES } from './grant.words.js';

/** Who is granted something: somebody, or whoever is in a post. */
export type Grantee =
  { readonly personId: Id<'person'> } | { readonly postId: Id<'post'>; readonly orgId: Id<'organisation'> };

/** Somebody who becomes an administrator without a second person's approval. */
export interface Founder {
  readonly personId: Id<'person'>;
  readonly from: string;
  readonly reason: string;
}

/** Who takes over, and on whose record it stands that the first administrator named them. */
export interface TakingOver extends Founder {
  readonly namedIn: Id<'grant'>;
}

const WHY = { en: 'The reason is required.', zh: '须说明理由。' };
const number = int([1, 10_000], 'Which grant, counted from 1.', '授权序号（自 1 起）。');

const takes = {
  personId: optional(id('person', 'Who; or else a post.', '被授权人；与岗位二选一。')),
  postId: optional(id('post', 'Whoever is in this post.', '被授权岗位（由在岗者行使）。')),
  postOrgId: optional(id('organisation', 'The body that the post belongs to.', '岗位所属机构。')),
  role: word(GRANTED_ROLES, 'Which role.', '角色。'),
  territoryId: optional(id('territory', 'Over this place and all below.', '授权地域（含下级）。')),
  orgId: optional(id('organisation', 'For this body: roles of units.', '授权机构（单位角色适用）。')),
  from: instant('From this instant on.', '授权起始时间。'),
  to: optional(instant('Until just before this instant.', '授权截止时间。')),
};

/** What is asked for, and of whom it is asked. */
export type GrantAsked = Omit<
  GivenBy<{ readonly takes: typeof takes; readonly reasoned: typeof WHY }>,
  'personId' | 'postId' | 'postOrgId'
> & {
  readonly grantee?: Grantee | undefined;
};

/** Everything that can be asked of what somebody is granted. */
export const grantCommands = commandsOf(
  'grant',
  { subject: { en: 'Whose grants.', zh: '授权档案编号。' } },
  {
    GrantRole: command(
      'Grants a role; over a county or more, and to administrators, a second person has to approve it.',
      '授予角色；涉及县级及以上或系统管理员的，须第二人批准。',
      { who: ['admin'], at: ['new', 'kept'], begins: 'derived', takes, reasoned: WHY, as: to<GrantAsked>() },
    ),
    ApproveGrant: command('Approves a grant that somebody else proposed.', '批准他人提出的授权。', {
      who: ['admin'],
      at: ['kept'],
      takes: { number },
    }),
    RefuseGrant: command('Does not approve a grant.', '不批准授权。', {
      who: ['admin'],
      at: ['kept'],
      takes: { number },
      reasoned: WHY,
    }),
    HandOverAdministration: command(
      'The first administrator makes two others, and is none from then on.',
      '首任系统管理员移交给两名系统管理员，本人授权随即终止。',
      {
        who: ['admin'],
        at: ['kept'],
        takes: {
          firstId: id('person', 'One of the two.', '接任人之一。'),
          secondId: id('person', 'The other one.', '接任人之二。'),
        },
      },
    ),
    FoundAdministrator: command('Makes the first administrator of an empty log.', '为空日志设立首任系统管理员。', {
      who: ['system'],
      at: ['new'],
      begins: 'derived',
      as: to<Founder>(),
    }),
    TakeOverAdministration: command('Makes an administrator of whom the first one named.', '接任系统管理员。', {
      who: ['system'],
      at: ['new', 'kept'],
      begins: 'derived',
      as: to<TakingOver>(),
    }),
    EndGrant: command('Ends a grant at once, or takes a proposal back.', '立即终止授权，或撤回提议。', {
      who: ['admin'],
      at: ['kept'],
      takes: { number },
      reasoned: WHY,
    }),
  },
);

export type GrantCommand = CommandOf<typeof grantCommands>;
