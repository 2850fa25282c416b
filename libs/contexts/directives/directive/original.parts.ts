import { coded, int, partOf, text, word } from '#kernel';
import { DAMAGES } from './directive.words.js';

/** The file that a text came from. */
export const originalPart = partOf(
  'OriginalFile',
  {
    sha256: coded(64, /^[0-9a-f]{64}$/, 'SHA-256 of its bytes, hexadecimal.', '文件 SHA-256。'),
    bytes: int([1, 2_000_000_000], 'How many bytes.', '字节数。'),
    fileName: text(200, 'Its name.', '文件名。'),
    mediaType: text(100, 'Its media type.', '媒体类型。'),
  },
  { en: 'The file that a text came from.', zh: '原始文件。' },
);

/** A stretch of a text that nobody can read; never guessed, left for a human. */
export const damagePart = partOf(
  'DamagedRun',
  {
    kind: word(DAMAGES, 'What was lost.', '类型。'),
    from: int([0, 1_000_000], 'Where it begins in the text.', '起始位置。'),
    to: int([0, 1_000_000], 'Where it ends.', '结束位置。'),
    text: text(500, 'What the file has there.', '原文。'),
  },
  { en: 'A stretch that nobody can read.', zh: '文本损坏处。' },
);
