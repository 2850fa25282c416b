import type { Bytes } from '../bytes.js';
import type { Found } from './claims.js';
import { exifClaims } from './exif.js';
import { pictureFault, type FileFault } from './faults.js';

type Look = Promise<Found | FileFault>;

const MOST_PARTS = 100_000;
const LONGEST_BLOCK = 256 * 1024;
const NOTHING: Found = { claims: {} };

const claimsAt = async (bytes: Bytes, at: number, length: number): Promise<Found> =>
  length > LONGEST_BLOCK ? NOTHING : { claims: exifClaims(await bytes.read(at, length)) };

/** PNG: chunk after chunk up to the end of the file, so that nothing else hides behind the picture. [PNG 3rd ed., 5] */
export const lookAtPng = async (bytes: Bytes): Look => {
  const header = await bytes.read(8, 25);
  if (header.length < 25 || header.toString('latin1', 4, 8) !== 'IHDR') return 'FILE_DAMAGED';
  return pictureFault(header.readUInt32BE(8), header.readUInt32BE(12)) ?? chunksOf(bytes);
};

const chunksOf = async (bytes: Bytes): Look => {
  let found = NOTHING;
  for (let at = 8, parts = 0; at + 12 <= bytes.size && parts < MOST_PARTS; parts++) {
    const start = await bytes.read(at, 8);
    const [length, type] = [start.readUInt32BE(0), start.toString('latin1', 4, 8)];
    if (type === 'eXIf') found = await claimsAt(bytes, at + 8, length);
    at += 12 + length;
    if (type === 'IEND') return at === bytes.size ? found : 'FILE_DAMAGED';
  }
  return 'FILE_DAMAGED';
};

const NO_FRAMES = [0xc4, 0xc8, 0xcc];
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && !NO_FRAMES.includes(marker);

const frameFault = (start: Buffer): FileFault | undefined =>
  start.length < 9 ? 'FILE_DAMAGED' : pictureFault(start.readUInt16BE(7), start.readUInt16BE(5));

const isExif = (start: Buffer): boolean => start[1] === 0xe1 && start.toString('latin1', 4, 10) === 'Exif\0\0';

/** How far it is to the next segment; undefined where there is none. A marker may be filled up. */
const segmentLength = (start: Buffer): number | undefined => {
  if (start[0] !== 0xff) return undefined;
  if (start[1] === 0xff) return 1;
  const length = start.readUInt16BE(2);
  return length < 2 ? undefined : 2 + length;
};

/** JPEG: its segments up to the one that says how large it is. [ITU T.81, B] */
export const lookAtJpeg = async (bytes: Bytes): Look => {
  let found = NOTHING;
  for (let at = 2, parts = 0; at + 4 <= bytes.size && parts < MOST_PARTS; parts++) {
    const start = await bytes.read(at, 10);
    const length = segmentLength(start);
    if (length === undefined) return 'FILE_DAMAGED';
    if (isFrame(start.readUInt8(1))) return frameFault(start) ?? found;
    if (isExif(start)) found = await claimsAt(bytes, at + 10, length - 10);
    at += length;
  }
  return 'FILE_DAMAGED';
};

/** How large a WebP picture is, by the first chunk that says so. [RFC 9649, 2.5 to 2.7] */
const webpSize = (type: string, data: Buffer): readonly [number, number] | undefined => {
  if (data.length < 10) return undefined;
  if (type === 'VP8X') return [data.readUIntLE(4, 3) + 1, data.readUIntLE(7, 3) + 1];
  if (type === 'VP8 ') return [data.readUInt16LE(6) & 0x3fff, data.readUInt16LE(8) & 0x3fff];
  if (type !== 'VP8L' || data[0] !== 0x2f) return undefined;
  const bits = data.readUInt32LE(1);
  return [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1];
};

/** WebP: a RIFF file that is as long as it says. */
export const lookAtWebp = async (bytes: Bytes): Look => {
  const header = await bytes.read(0, 30);
  if (header.length < 30 || header.readUInt32LE(4) + 8 !== bytes.size) return 'FILE_DAMAGED';
  const size = webpSize(header.toString('latin1', 12, 16), header.subarray(20));
  if (!size) return 'FILE_DAMAGED';
  return pictureFault(...size) ?? claimsIn(bytes);
};

const claimsIn = async (bytes: Bytes): Promise<Found> => {
  for (let at = 12, parts = 0; at + 8 <= bytes.size && parts < MOST_PARTS; parts++) {
    const start = await bytes.read(at, 8);
    const length = start.readUInt32LE(4);
    if (start.toString('latin1', 0, 4) === 'EXIF') return claimsAt(bytes, at + 8, length);
    at += 8 + length + (length % 2);
  }
  return NOTHING;
};
