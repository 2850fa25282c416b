import { coded, command, commandsOf, id, instant, int, optional, ownId, sealed, text, type CommandOf } from '#kernel';

const REASON = { en: 'Why it is entered only now; encrypted before it is kept.', zh: '补录事由（加密保存）。' };
const REFUSING = { en: 'Why; it is encrypted before it is kept.', zh: '理由（加密保存）。' };
const CONFIRMING = ['hq', 'commander', 'supervision', 'supervision-head', 'unit', 'unit-head', 'admin'] as const;

const mark = {
  number: optional(text(100, 'The number that it bears; this or the photo.', '编号（与照片二选一）。')),
  photoSha256: optional(
    coded(64, /^[0-9a-f]{64}$/, 'The digest of its photo, hexadecimal.', '照片 SHA-256（与编号二选一）。'),
  ),
};
const told = {
  ...mark,
  what: sealed(text(4000, 'What it says; encrypted before it is kept.', '内容（加密保存）。')),
  about: optional(ownId('The one thing that its acts are about.', '所涉事项。')),
};

/** Everything that can be asked of a late entry. */
export const lateEntryCommands = commandsOf(
  'lateEntry',
  { subject: { en: 'Which late entry.', zh: '补录编号。' } },
  {
    RegisterLateEntry: command(
      'Registers what was signed on paper, phoned in or written without network.',
      '登记纸质、电话或离线记录的补录。',
      {
        who: ['hq', 'unit', 'unit-head'],
        at: ['new'],
        begins: 'chosen',
        takes: {
          ...told,
          takenBy: id('person', 'Who took it.', '记录人。'),
          happenedAt: instant('When it happened.', '发生时间。'),
        },
        reasoned: REASON,
      },
    ),
    RegisterLedger: command('Registers a ledger of the past whose entries are to be told.', '登记拟补录的既往台账。', {
      who: ['hq', 'supervision', 'supervision-head', 'admin'],
      at: ['new'],
      begins: 'chosen',
      takes: {
        ...told,
        happenedFrom: instant('When the first of its acts happened.', '所载事项起始时间。'),
        happenedTo: instant('When the last of them happened.', '所载事项截止时间。'),
        count: int([1, 100_000], 'How many acts it holds.', '条数。'),
      },
      reasoned: REASON,
    }),
    ConfirmLateEntry: command(
      'Confirms what another person of the same body registered.',
      '确认补录登记（须为同机构另一人）。',
      {
        who: CONFIRMING,
        at: ['registered'],
        takes: { ...mark, count: int([1, 100_000], 'How many acts it holds.', '条数。') },
      },
    ),
    RefuseLateEntry: command('Refuses it; say the reason.', '不予确认补录（须说明理由）。', {
      who: CONFIRMING,
      at: ['registered'],
      reasoned: REFUSING,
    }),
    UseLateEntry: command('Takes one of the acts that it covers.', '使用补录登记。', {
      who: ['system'],
      at: ['confirmed'],
      takes: {
        act: coded(36, /^[0-9a-f-]{36}$/, 'Which act.', '行为标识。'),
        told: ownId('What it is about.', '所涉事项。'),
      },
    }),
  },
);

export type LateEntryCommand = CommandOf<typeof lateEntryCommands>;
