import { command, commandsOf, flag, id, instant, optional, text, to, word, type CommandOf, type Id } from '#kernel';
import { CHOSEN } from '../chosen-id.js';
import { RIGHT_EN, WHY } from '../correction.js';
import { LEADER_ROLES, ORG_KINDS, type LeaderRole } from './organisation.words.js';

interface NewPost {
  readonly postId: Id<'post'>;
  readonly title: string;
  readonly titleEn?: string | undefined;
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
        nameEn: optional(text(200, 'Its English name, where it has one.', '英文名称。')),
        orgKind: word(ORG_KINDS, 'What kind of body it is.', '类别。'),
        territoryId: id('territory', 'Where it stands.', '所在地域。'),
        line: optional(text(100, 'The line of work it regulates (条).', '条线。')),
        parentId: optional(id('organisation', 'The body above it.', '上级机构。')),
        validFrom: optional(instant('Since when it has been there, as it is stated.', '成立时间。')),
        temporary: flag('Set up for a time only.', '是否临时机构。'),
      },
    }),
    RenameOrganisation: command('Gives a body another name.', '机构更名。', {
      who: ['admin'],
      at: ['active'],
      takes: {
        name: text(200, 'Its new name.', '新名称。'),
        nameEn: optional(
          text(
            200,
            'Its new English name; another name comes without one unless it is said.',
            '新的英文名称（名称有变而不填，即不再有）。',
          ),
        ),
      },
    }),
    CorrectOrganisation: command(
      'Puts an entry right that was wrong from the start.',
      '更正机构登记差错（须说明理由）。',
      {
        who: ['admin'],
        at: ['active'],
        takes: {
          name: optional(text(200, 'The right name.', '正确名称。')),
          nameEn: optional(text(200, RIGHT_EN.en, RIGHT_EN.zh)),
          orgKind: optional(word(ORG_KINDS, 'What kind of body it is.', '正确类别。')),
          line: optional(text(100, 'The line of work it regulates (条).', '正确条线。')),
          validFrom: optional(instant('Since when it has been there.', '正确的成立时间。')),
        },
        reasoned: WHY,
      },
    ),
    CorrectPost: command('Puts the title of a post right.', '更正岗位登记差错（须说明理由）。', {
      who: ['admin'],
      at: ['active'],
      takes: {
        postId: id('post', 'Which post.', '岗位编号。'),
        title: text(100, 'What the post is called.', '正确的职务名称。'),
        titleEn: optional(text(100, RIGHT_EN.en, RIGHT_EN.zh)),
      },
      reasoned: WHY,
    }),
    EstablishPost: command('Adds a post to a body.', '设立岗位。', {
      who: ['admin'],
      at: ['active'],
      subject: { en: 'The body that the post belongs to.', zh: '所属机构。' },
      takes: {
        postId: optional(id('post', CHOSEN.en, CHOSEN.zh)),
        title: text(100, 'What the post is called.', '职务名称。'),
        titleEn: optional(text(100, 'What it is called in English, where that is said.', '职务英文名称。')),
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
