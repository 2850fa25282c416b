import { asSent, coded, command, commandsOf, int, text, to, type CommandOf, type Id } from '#kernel';

/** The bytes of one notice, in UTF-8, at most. */
export const MAX_NOTICE_BYTES = 96 * 1024;

/** A notice as the server took it: the digest and the number of bytes are its own. */
export interface SentNotice {
  readonly text: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** What somebody says they looked at, and what may be made of it under which ids. */
export interface Confirmation {
  readonly documents: number;
  readonly sha256: string;
  readonly directives: readonly Id<'directive'>[];
}

/** Everything that can be asked of an import. */
export const importCommands = commandsOf(
  'import',
  { subject: { en: 'Which import.', zh: '导入编号。' } },
  {
    ImportNotice: command('Takes in the text of a notice, byte for byte, and reads it.', '导入公文原文并解析。', {
      who: ['hq'],
      at: ['new', 'imported', 'confirmed'],
      begins: 'derived',
      takes: {
        text: asSent(
          MAX_NOTICE_BYTES,
          'The whole file, as it is: at most 96 KB of UTF-8.',
          '原文全文（UTF-8，不超过 96 KB）。',
        ),
        fileName: text(200, 'Its name.', '文件名。'),
      },
      verbatim: true,
      as: to<SentNotice>(),
    }),
    ConfirmImport: command(
      'Confirms an import that another person of the same body made.',
      '确认导入（须为同机构另一人）。',
      {
        who: ['hq', 'commander'],
        at: ['imported'],
        takes: {
          documents: int([1, 50], 'How many documents it holds.', '文件数量。'),
          sha256: coded(64, /^[0-9a-f]{64}$/, 'The digest of its bytes, hexadecimal.', '文件 SHA-256。'),
        },
        as: to<Confirmation>(),
      },
    ),
  },
);

export type ImportCommand = CommandOf<typeof importCommands>;
