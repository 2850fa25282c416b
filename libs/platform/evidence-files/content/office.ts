import type { Bytes } from '../bytes.js';
import { SHEET, WORD } from './media-types.js';
import type { FileFault } from './faults.js';

/** One entry of an archive, as its directory tells of it. Nothing is ever unpacked here. */
interface Entry {
  readonly name: string;
  readonly packed: number;
  readonly unpacked: number;
  readonly at: number;
  readonly isLocked: boolean;
}

const TAIL = 65_557;
const END_LENGTH = 22;
const MOST_ENTRIES = 10_000;
const LONGEST_DIRECTORY = 4 * 1024 * 1024;
const MOST_UNPACKED = 500 * 1024 * 1024;
/** Text of tables packs well; what packs better than this was made to. */
const MOST_TIMES = 200;
/** Of little, it does not matter how well it packs. */
const LITTLE = 1024 * 1024;
const LOCAL_HEADER = 30;

/** The directory of an archive; undefined when it is not in order. [APPNOTE.TXT 6.3.10, 4.3] */
const directoryOf = async (bytes: Bytes): Promise<readonly Entry[] | undefined> => {
  const from = Math.max(0, bytes.size - TAIL);
  const tail = await bytes.read(from, TAIL);
  const end = tail.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (end < 0 || end + END_LENGTH > tail.length) return undefined;
  const [count, length, start] = [
    tail.readUInt16LE(end + 10),
    tail.readUInt32LE(end + 12),
    tail.readUInt32LE(end + 16),
  ];
  const behind = from + end + END_LENGTH + tail.readUInt16LE(end + 20);
  const fits = start + length === from + end && behind === bytes.size;
  if (!fits || count > MOST_ENTRIES || length > LONGEST_DIRECTORY) return undefined;
  return entriesIn(await bytes.read(start, length), count);
};

const MARK = 0x02014b50;
const HEADER = 46;

const entriesIn = (directory: Buffer, count: number): readonly Entry[] | undefined => {
  const entries: Entry[] = [];
  let at = 0;
  for (let n = 0; n < count; n++) {
    if (at + HEADER > directory.length || directory.readUInt32LE(at) !== MARK) return undefined;
    const lengths = [28, 30, 32].map((more) => directory.readUInt16LE(at + more));
    const [name = 0] = lengths;
    entries.push({
      isLocked: (directory.readUInt16LE(at + 8) & 1) === 1,
      packed: directory.readUInt32LE(at + 20),
      unpacked: directory.readUInt32LE(at + 24),
      at: directory.readUInt32LE(at + 42),
      name: directory.toString('utf8', at + HEADER, at + HEADER + name),
    });
    at += lengths.reduce((sum, one) => sum + one, HEADER);
  }
  return at === directory.length ? entries : undefined;
};

const leadsOut = ({ name }: Entry): boolean =>
  name.startsWith('/') || name.split('/').includes('..') || /[\0\\:]/.test(name);
const isOdd = ({ name }: Entry): boolean => /\.(zip|docx?|xlsx?|7z|rar|gz|exe|dll|js)$|vbaProject/i.test(name);
const inflates = ({ packed, unpacked }: Entry): boolean => unpacked > LITTLE && unpacked > packed * MOST_TIMES;

/** Whether two entries claim the same bytes: a small file can be made to unpack to a huge one that way. */
const overlaps = (entries: readonly Entry[]): boolean => {
  const ordered = [...entries].sort((a, b) => a.at - b.at);
  return ordered.some(({ at, packed }, n) => {
    const next = ordered[n + 1];
    return next !== undefined && at + LOCAL_HEADER + packed > next.at;
  });
};

const isBomb = (entries: readonly Entry[]): boolean =>
  entries.some((entry) => leadsOut(entry) || isOdd(entry) || inflates(entry) || entry.isLocked) ||
  overlaps(entries) ||
  entries.reduce((sum, { unpacked }) => sum + unpacked, 0) > MOST_UNPACKED;

/** Which office file an archive is, or why it is none that is taken. */
export const lookAtOffice = async (bytes: Bytes): Promise<typeof WORD | typeof SHEET | FileFault> => {
  const entries = await directoryOf(bytes);
  if (!entries) return 'FILE_DAMAGED';
  const has = (name: string) => entries.some((entry) => entry.name === name);
  const type = has('word/document.xml') ? WORD : has('xl/workbook.xml') ? SHEET : undefined;
  if (!type || !has('[Content_Types].xml')) return 'FILE_TYPE_UNKNOWN';
  return isBomb(entries) ? 'FILE_INFLATES' : type;
};
