import { command, commandsOf, to, type CommandOf, type Id } from '#kernel';
import { id } from '#kernel';

const WHY = { en: 'The reason is required.', zh: '须说明理由。' };

/** Everything that can be asked of somebody's account. Passwords and sessions are no events: they stand apart from the log. */
export const accountCommands = commandsOf(
  'account',
  { subject: { en: 'Which account.', zh: '账号编号。' } },
  {
    AddAccount: command(
      'Lets a person sign in; name and password are given by `sifang account add` at the server.',
      '为人员开通账号；登录名和密码在服务器上以 sifang account add 发放。',
      {
        // The system adds the first one of an empty log.
        who: ['admin', 'system'],
        at: ['new'],
        begins: 'derived',
        takes: { personId: id('person', 'Who.', '人员编号。') },
        as: to<{ readonly personId: Id<'person'> }>(),
      },
    ),
    ResetAccount: command(
      'Ends their sessions; another password is given by `sifang account reset` at the server.',
      '结束其全部会话；新密码在服务器上以 sifang account reset 发放。',
      { who: ['admin'], at: ['enabled', 'disabled'] },
    ),
    DisableAccount: command('Shuts a person out, at once.', '立即停用账号。', {
      who: ['admin'],
      at: ['enabled'],
      reasoned: WHY,
    }),
    UnpinAccount: command(
      'Lets the sign-in service name another of its people for this account, the next time that somebody comes.',
      '解除账号与统一身份认证用户的绑定，下次登录时重新绑定。',
      { who: ['admin'], at: ['enabled', 'disabled'], reasoned: WHY },
    ),
    EnableAccount: command('Lets a person in again.', '恢复账号。', {
      who: ['admin'],
      at: ['disabled'],
      reasoned: WHY,
    }),
  },
);

export type AccountCommand = CommandOf<typeof accountCommands>;
