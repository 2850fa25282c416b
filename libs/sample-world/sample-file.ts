import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';

const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};

const chunk = (type: string, data: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  return Buffer.concat([u32(data.length), named, u32(crc32(named))]);
};

const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
/** Eight by eight grey points, a byte before each row. */
const HEAD = chunk('IHDR', Buffer.concat([u32(8), u32(8), Buffer.from([8, 0, 0, 0, 0])]));
const POINTS = chunk('IDAT', deflateSync(Buffer.alloc(8 * 9, 0x9f).map((byte, at) => (at % 9 === 0 ? 0 : byte))));
const END = chunk('IEND', Buffer.alloc(0));

/** An invented photograph: a small grey picture that says in a comment what it would show, so that each is another file. */
export const samplePicture = (says: string): Buffer =>
  Buffer.concat([SIGNATURE, HEAD, chunk('iTXt', Buffer.from(`Comment\0\0\0\0\0${says}`, 'utf8')), POINTS, END]);

/** What its record says of an invented photograph; where and how it is sealed is for whoever keeps it. */
export const recordOf = (picture: Buffer) => ({
  sha256: createHash('sha256').update(picture).digest('hex'),
  bytes: picture.length,
  mediaType: 'image/png',
});
