import type { Bytes } from '../bytes.js';
import { brandOf, lookAtHeic, lookAtMp4 } from './boxes.js';
import type { Claims, Found } from './claims.js';
import { FILE_FAULTS, type FileFault } from './faults.js';
import { MEDIA_TYPES, type MediaType } from './media-types.js';
import { lookAtOffice } from './office.js';
import { lookAtJpeg, lookAtPng, lookAtWebp } from './pictures.js';

/** What a file is by its bytes; nobody is believed about it. */
export interface Content {
  readonly mediaType: MediaType;
  readonly claims: Claims;
}

const startsWith = (start: Buffer, text: string, at = 0): boolean =>
  start.toString('latin1', at, at + text.length) === text;

const lookAtPdf = async (bytes: Bytes): Promise<Found | FileFault> => {
  const tail = await bytes.read(Math.max(0, bytes.size - 1024), 1024);
  return tail.includes('%%EOF') ? { claims: {} } : 'FILE_DAMAGED';
};

type Looked = Content | FileFault;
const isFault = (found: unknown): found is FileFault => typeof found === 'string' && found in FILE_FAULTS;
const as = async (mediaType: MediaType, looking: Promise<Found | FileFault>): Promise<Looked> => {
  const found = await looking;
  return isFault(found) ? found : { mediaType, ...found };
};

const lookAtArchive = async (bytes: Bytes): Promise<Looked> => {
  const type = await lookAtOffice(bytes);
  return isFault(type) ? type : { mediaType: type, claims: {} };
};

const lookAtBoxes = async (bytes: Bytes): Promise<Looked> => {
  const brand = await brandOf(bytes);
  if (!brand) return 'FILE_TYPE_UNKNOWN';
  return as(brand, brand === 'image/heic' ? lookAtHeic(bytes) : lookAtMp4(bytes));
};

type Kind = readonly [begins: (start: Buffer) => boolean, look: (bytes: Bytes) => Promise<Looked>];

/** How each kind begins, and how it is looked at then. */
const KINDS: readonly Kind[] = [
  [(start) => startsWith(start, '\xff\xd8\xff'), (bytes) => as('image/jpeg', lookAtJpeg(bytes))],
  [(start) => startsWith(start, '\x89PNG\r\n\x1a\n'), (bytes) => as('image/png', lookAtPng(bytes))],
  [
    (start) => startsWith(start, 'RIFF') && startsWith(start, 'WEBP', 8),
    (bytes) => as('image/webp', lookAtWebp(bytes)),
  ],
  [(start) => /^%PDF-[12]\.\d/.test(start.toString('latin1')), (bytes) => as('application/pdf', lookAtPdf(bytes))],
  [(start) => startsWith(start, 'PK\x03\x04'), lookAtArchive],
  [(start) => startsWith(start, 'ftyp', 4), lookAtBoxes],
];

const lookAt = async (bytes: Bytes): Promise<Looked> => {
  const start = await bytes.read(0, 16);
  const kind = KINDS.find(([begins]) => begins(start));
  return kind ? kind[1](bytes) : 'FILE_TYPE_UNKNOWN';
};

/** Finds out what a file is, from its bytes alone; or why it is not taken (T22). */
export const contentOf = async (bytes: Bytes): Promise<Looked> => {
  if (bytes.size === 0) return 'FILE_EMPTY';
  const found = await lookAt(bytes);
  if (isFault(found)) return found;
  return bytes.size > MEDIA_TYPES[found.mediaType].most ? 'FILE_TOO_LARGE' : found;
};
