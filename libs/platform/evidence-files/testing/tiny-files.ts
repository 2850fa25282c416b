import { crc32, deflateSync } from 'node:zlib';

const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};
const u16le = (value: number): Buffer => Buffer.from([value & 0xff, value >> 8]);
const u32le = (value: number): Buffer => Buffer.from(u32(value).reverse());

const chunk = (type: string, data: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  return Buffer.concat([u32(data.length), named, u32(crc32(named))]);
};

export interface PngSaid {
  readonly width?: number;
  readonly height?: number;
  /** Makes it another file. */
  readonly text?: string;
  readonly exif?: Buffer;
}

/** A picture of one grey pixel that browsers show, whatever size it says it has. */
export const tinyPng = ({ width = 1, height = 1, text = '', exif }: PngSaid = {}): Buffer =>
  Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', Buffer.concat([u32(width), u32(height), Buffer.from([8, 0, 0, 0, 0])])),
    chunk('tEXt', Buffer.from(`Comment\0${text}`)),
    ...(exif ? [chunk('eXIf', exif)] : []),
    chunk('IDAT', deflateSync(Buffer.from([0, 127]))),
    chunk('IEND', Buffer.alloc(0)),
  ]);

/** A page with nothing on it. */
export const tinyPdf = (text = ''): Buffer =>
  Buffer.from(
    `%PDF-1.4\n%${text}\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 0/Kids[]>>endobj\n` +
      'trailer<</Root 1 0 R>>\n%%EOF\n',
  );

/** The beginning of a picture, as far as it is looked at. */
export const tinyJpeg = ({ width = 1, height = 1, exif }: PngSaid = {}): Buffer => {
  const block = exif && Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exif]);
  const size = Buffer.alloc(4);
  size.writeUInt16BE(height, 0);
  size.writeUInt16BE(width, 2);
  const segment = (marker: number, data: Buffer) =>
    Buffer.concat([Buffer.from([0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 0xff]), data]);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    ...(block ? [segment(0xe1, block)] : []),
    segment(0xc0, Buffer.concat([Buffer.from([8]), size, Buffer.from([1, 1, 0x11, 0])])),
    Buffer.from([0xff, 0xd9]),
  ]);
};

const box = (type: string, ...inside: readonly Buffer[]): Buffer => {
  const content = Buffer.concat(inside);
  return Buffer.concat([u32(content.length + 8), Buffer.from(type, 'latin1'), content]);
};

/** A video of nothing. */
export const tinyMp4 = (brand = 'isom'): Buffer =>
  Buffer.concat([box('ftyp', Buffer.from(`${brand}\0\0\0\0${brand}`, 'latin1')), box('moov'), box('mdat')]);

/** A picture of which there is no more than what says how large it is. */
export const tinyHeic = (width: number, height: number): Buffer => {
  const ispe = box('ispe', u32(0), u32(width), u32(height));
  return Buffer.concat([
    box('ftyp', Buffer.from('mif1\0\0\0\0mif1heic', 'latin1')),
    box('meta', u32(0), box('iprp', box('ipco', ispe))),
  ]);
};

export const tinyWebp = (width: number, height: number): Buffer => {
  const data = Buffer.alloc(10);
  data.writeUIntLE(width - 1, 4, 3);
  data.writeUIntLE(height - 1, 7, 3);
  const content = Buffer.concat([Buffer.from('WEBPVP8X', 'latin1'), u32le(10), data]);
  return Buffer.concat([Buffer.from('RIFF', 'latin1'), u32le(content.length), content]);
};

export interface ZipEntry {
  readonly name: string;
  readonly packed?: Buffer;
  /** How long it says it becomes. */
  readonly unpacked?: number;
  /** Where it says it begins. */
  readonly at?: number;
}

/** An archive, as its directory tells of it. */
export const tinyZip = (entries: readonly ZipEntry[]): Buffer => {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, packed = Buffer.from('x'), unpacked = packed.length, at: said = at } of entries) {
    const sizes = [u32le(packed.length), u32le(unpacked), u16le(Buffer.byteLength(name)), u16le(0)];
    const header = Buffer.concat([u32le(0x04034b50), Buffer.alloc(14), ...sizes, Buffer.from(name), packed]);
    const central = [u32le(0x02014b50), Buffer.alloc(16), ...sizes, Buffer.alloc(10), u32le(said), Buffer.from(name)];
    local.push(header);
    directory.push(Buffer.concat(central));
    at += header.length;
  }
  const index = Buffer.concat(directory);
  const counts = [u16le(entries.length), u16le(entries.length), u32le(index.length), u32le(at), u16le(0)];
  return Buffer.concat([...local, index, u32le(0x06054b50), Buffer.alloc(4), ...counts]);
};

/** What Word or Excel keep, with more in it. */
export const tinyOffice = (main: 'word/document.xml' | 'xl/workbook.xml', more: readonly ZipEntry[] = []): Buffer =>
  tinyZip([{ name: '[Content_Types].xml' }, { name: main }, ...more]);

/** What a camera writes: when, and where (31°14′ N, 121°28′30″ E). */
export const tinyExif = (takenAt: string): Buffer => {
  const entry = (tag: number, type: number, count: number, value: Buffer) =>
    Buffer.concat([u16le(tag), u16le(type), u32le(count), Buffer.concat([value, Buffer.alloc(4)]).subarray(0, 4)]);
  const rationals = (...values: readonly number[]) => Buffer.concat(values.flatMap((one) => [u32le(one), u32le(1)]));
  const directory = (...entries: readonly Buffer[]) => Buffer.concat([u16le(entries.length), ...entries, u32le(0)]);
  // Header 8, main directory 8..38, its Exif directory 38..56, GPS 56..110, then the values.
  const values = 110;
  return Buffer.concat([
    Buffer.from('II*\0', 'latin1'),
    u32le(8),
    directory(entry(0x8769, 4, 1, u32le(38)), entry(0x8825, 4, 1, u32le(56))),
    directory(entry(0x9003, 2, 20, u32le(values))),
    directory(
      entry(1, 2, 2, Buffer.from('N\0')),
      entry(2, 5, 3, u32le(values + 20)),
      entry(3, 2, 2, Buffer.from('E\0')),
      entry(4, 5, 3, u32le(values + 44)),
    ),
    Buffer.from(`${takenAt}\0`, 'latin1'),
    rationals(31, 14, 0),
    rationals(121, 28, 30),
  ]);
};
