import { command, commandsOf, flag, id, optional, text, to, word, type CommandOf, type Id } from '#kernel';
import { CHOSEN } from '../chosen-id.js';
import { LEADER_ROLES, ORG_KINDS, type LeaderRole } from './organisation.words.js';

interface NewPost {
  readonly postId: Id<'post'>;
  readonly title: string;
  readonly leaderRole?: LeaderRole | undefined;
}

/** Everything that can be asked of an organisation. */
export const organisationCommands = commandsOf(
  'organisation',
  { subject: { en: 'Which body.', zh: '机构编号。' }, chosen: CHOSEN },
  {
    CreateOrganisation: command('Creates a body.', '建立机构。', {
      who: ['admin'],
      at: ['new'],
      begins: 'chosen',
      takes: {
        name: text(200, 'Its name.', '名称。'),
        orgKind: word(ORG_KINDS, 'What kind of body it is.', '类别。'),
        territoryId: id('territory', 'Where it stands.', '所在地域。'),
        line: optional(text(100, 'The line of work it regulates (条).', '条线。')),
        parentId: optional(id('organisation', 'The body above it.', '上级机构。')),
        temporary: flag('Set up for a time only.', '是否临时机构。'),
      },
    }),
    RenameOrganisation: command('Gives a body another name.', '机构更名。', {
      who: ['admin'],
      at: ['active'],
      takes: { name: text(200, 'Its new name.', '新名称。') },
    }),
    EstablishPost: command('Adds a post to a body.', '设立岗位。', {
      who: ['admin'],
      at: ['active'],
      subject: { en: 'The body that the post belongs to.', zh: '所属机构。' },
      takes: {
        postId: optional(id('post', CHOSEN.en, CHOSEN.zh)),
        title: text(100, 'What the post is called.', '职务名称。'),
        leaderRole: optional(word(LEADER_ROLES, 'Which leader it is, if any.', '领导岗位类别。')),
      },
      as: to<NewPost>(),
    }),
    DissolveOrganisation: command('Dissolves a body, with a reason.', '撤销机构（须说明理由）。', {
      who: ['admin'],
      at: ['active'],
      reasoned: { en: 'The reason is required.', zh: '须说明理由。' },
    }),
  },
);

export type OrganisationCommand = CommandOf<typeof organisationCommands>;
