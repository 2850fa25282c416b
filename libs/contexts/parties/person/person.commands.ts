import { command, commandsOf, id, instant, optional, sealed, text, type CommandOf } from '#kernel';
import { CHOSEN } from '../chosen-id.js';
import { WHY } from '../correction.js';
import { deputyCommands } from './deputy.commands.js';

const postId = id('post', 'Which post.', '岗位编号。');
const to = instant('Until just before this instant.', '离任时间。');

/** Everything that can be asked of a person's record. */
export const personCommands = commandsOf(
  'person',
  { subject: { en: 'Who.', zh: '人员编号。' }, chosen: CHOSEN },
  {
    RegisterPerson: command('Registers a person.', '登记人员。', {
      who: ['admin'],
      at: ['new'],
      begins: 'chosen',
      takes: {
        name: sealed(text(100, 'The name; it is encrypted before it is kept.', '姓名（加密保存）。')),
        nameEn: optional(sealed(text(100, 'The name in English; it is encrypted, too.', '英文姓名（加密保存）。'))),
      },
    }),
    HoldPost: command('Appoints a person to a post.', '任职。', {
      who: ['admin'],
      at: ['registered'],
      takes: {
        postId,
        orgId: id('organisation', 'The body that the post belongs to.', '所属机构。'),
        from: instant('From this instant on.', '任职时间。'),
      },
    }),
    LeavePost: command('Ends an appointment.', '离任。', {
      who: ['admin'],
      at: ['registered'],
      takes: { postId, to },
    }),
    CorrectPerson: command('Puts a name right that was entered wrongly.', '更正人员登记差错（须说明理由）。', {
      who: ['admin'],
      at: ['registered'],
      takes: {
        name: sealed(text(100, 'The right name; it is encrypted before it is kept.', '正确姓名（加密保存）。')),
        nameEn: optional(
          sealed(
            text(
              100,
              'The right name in English, encrypted, too; there is none any more unless it is said.',
              '正确的英文姓名（加密保存；不填，即不再有）。',
            ),
          ),
        ),
      },
      reasoned: WHY,
    }),
    CorrectAppointment: command('Puts the period of an appointment right.', '更正任职时间登记差错（须说明理由）。', {
      who: ['admin'],
      at: ['registered'],
      takes: {
        postId,
        since: instant(
          'From when on it is entered: it tells which appointment.',
          '登记的任职时间（用以确定哪段任职）。',
        ),
        from: optional(instant('From this instant on.', '正确的任职时间。')),
        to: optional(instant('Until just before this instant, of one that has ended.', '正确的离任时间（已离任的）。')),
      },
      reasoned: WHY,
    }),
    EndPost: command('Marks that the end of an appointment has come.', '标记任职已到期。', {
      who: ['system'],
      at: ['registered'],
      takes: { postId, to },
    }),
    ...deputyCommands,
  },
);

export type PersonCommand = CommandOf<typeof personCommands>;
