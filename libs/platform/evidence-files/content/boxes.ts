import type { Bytes } from '../bytes.js';
import type { Found } from './claims.js';
import { pictureFault, type FileFault } from './faults.js';

/** One box of a file of the ISO base media format. [ISO/IEC 14496-12, 4.2] */
interface Box {
  readonly type: string;
  /** Where its content begins and ends. */
  readonly from: number;
  readonly end: number;
}

const MOST_BOXES = 10_000;
const LONGEST_META = 1024 * 1024;

/** The box that begins somewhere; undefined where none does that ends in time. */
const boxAt = async (bytes: Bytes, at: number, end: number): Promise<Box | undefined> => {
  const start = await bytes.read(at, 16);
  if (start.length < 8) return undefined;
  const short = start.readUInt32BE(0);
  const [head, length] = short === 1 ? [16, longLength(start)] : [8, short === 0 ? end - at : short];
  if (length < head || at + length > end) return undefined;
  return { type: start.toString('latin1', 4, 8), from: at + head, end: at + length };
};

const longLength = (start: Buffer): number => (start.length < 16 ? 0 : Number(start.readBigUInt64BE(8)));

/** The boxes between two places; undefined when they do not fill that exactly. */
const boxesIn = async (bytes: Bytes, from: number, end: number): Promise<readonly Box[] | undefined> => {
  const found: Box[] = [];
  let at = from;
  while (at < end && found.length < MOST_BOXES) {
    const box = await boxAt(bytes, at, end);
    if (!box) return undefined;
    found.push(box);
    at = box.end;
  }
  return at === end ? found : undefined;
};

/** The boxes of a type in another one, which may begin with so many bytes of its own. */
const within = async (bytes: Bytes, box: Box | undefined, type: string, skip = 0): Promise<readonly Box[]> => {
  const boxes = box && (await boxesIn(bytes, box.from + skip, box.end));
  return (boxes ?? []).filter((one) => one.type === type);
};

const BRANDS: Readonly<Record<string, 'image/heic' | 'video/mp4'>> = {
  ...{ heic: 'image/heic', heix: 'image/heic', heim: 'image/heic', heis: 'image/heic' },
  ...{ mp41: 'video/mp4', mp42: 'video/mp4', isom: 'video/mp4', iso2: 'video/mp4', iso4: 'video/mp4' },
  ...{ iso5: 'video/mp4', iso6: 'video/mp4', avc1: 'video/mp4', 'M4V ': 'video/mp4', '3gp5': 'video/mp4' },
};

/** Which of its kind a file with boxes is, by the brand that comes first or by one that it is compatible with. */
export const brandOf = async (bytes: Bytes): Promise<'image/heic' | 'video/mp4' | undefined> => {
  const start = await bytes.read(0, 256);
  if (start.toString('latin1', 4, 8) !== 'ftyp') return undefined;
  const end = Math.min(start.readUInt32BE(0), start.length);
  const brands = [start.toString('latin1', 8, 12)];
  for (let at = 16; at + 4 <= end; at += 4) brands.push(start.toString('latin1', at, at + 4));
  const known = brands.find((brand) => Object.hasOwn(BRANDS, brand));
  return known === undefined ? undefined : BRANDS[known];
};

/** MP4: boxes that fill the file, one of them the index of what it plays. */
export const lookAtMp4 = async (bytes: Bytes): Promise<Found | FileFault> => {
  const boxes = await boxesIn(bytes, 0, bytes.size);
  return boxes?.some(({ type }) => type === 'moov') ? { claims: {} } : 'FILE_DAMAGED';
};

/** HEIC: how large its pictures are stands in the properties of its items (`ispe`). [ISO/IEC 23008-12, 6.5.3] */
export const lookAtHeic = async (bytes: Bytes): Promise<Found | FileFault> => {
  const boxes = await boxesIn(bytes, 0, bytes.size);
  const meta = boxes?.find(({ type }) => type === 'meta');
  if (!meta || meta.end - meta.from > LONGEST_META) return 'FILE_DAMAGED';
  // A version and flags come before what is in it.
  const [properties] = await within(bytes, meta, 'iprp', 4);
  const [list] = await within(bytes, properties, 'ipco');
  const faults = await Promise.all((await within(bytes, list, 'ispe')).map((size) => sizeFault(bytes, size)));
  if (faults.length === 0) return 'FILE_DAMAGED';
  return faults.find((fault) => fault !== undefined) ?? { claims: {} };
};

const sizeFault = async (bytes: Bytes, { from }: Box): Promise<FileFault | undefined> => {
  const size = await bytes.read(from + 4, 8);
  return size.length < 8 ? 'FILE_DAMAGED' : pictureFault(size.readUInt32BE(0), size.readUInt32BE(4));
};
