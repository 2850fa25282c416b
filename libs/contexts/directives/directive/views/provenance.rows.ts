import { flag, int, list, optional, part, partOf, text } from '#kernel';
import { statedDayRow } from '../../content/views/stated-day.row.js';
import { damagePart } from '../directive.commands.js';

const originalRow = partOf(
  'OriginalFile',
  {
    sha256: text(64, 'SHA-256 of its bytes.', '文件 SHA-256。'),
    bytes: int([1, 2_000_000_000], 'How many bytes.', '字节数。'),
    fileName: text(200, 'Its name.', '文件名。'),
    mediaType: text(100, 'Its media type.', '媒体类型。'),
  },
  { en: 'The file that a text came from.', zh: '原始文件。' },
);

export const provenanceRow = partOf(
  'Provenance',
  {
    issuedBy: text(200, 'Who gave it, in the words of the text.', '文中所称发文机构。'),
    dated: optional(part(statedDayRow, 'The day that it names.', '文中日期。')),
    original: part(originalRow, 'The file, kept as it was.', '原始文件（保持原样）。'),
    damage: list(part(damagePart, 'What nobody can read in it.', '损坏处。')),
    complete: flag('Whether the text is whole.', '文本是否完整。'),
  },
  { en: 'Where an imported text came from.', zh: '导入来源。' },
);
