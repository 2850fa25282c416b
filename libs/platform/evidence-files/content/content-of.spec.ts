import { describe, expect, it } from '@jest/globals';
import { inMemory, type Bytes } from '../bytes.js';
import * as files from '../testing/tiny-files.js';
import { contentOf } from './content-of.js';

const looked = (bytes: Buffer) => contentOf(inMemory(bytes));
const office = (more: readonly files.ZipEntry[]) => files.tinyOffice('word/document.xml', more);
const MIB = 1024 * 1024;

describe('T22: what a file is, by its bytes', () => {
  it.each([
    [files.tinyPng(), 'image/png'],
    [files.tinyJpeg(), 'image/jpeg'],
    [files.tinyWebp(4, 4), 'image/webp'],
    [files.tinyHeic(4, 4), 'image/heic'],
    [files.tinyPdf(), 'application/pdf'],
    [files.tinyMp4(), 'video/mp4'],
    [office([]), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    [files.tinyOffice('xl/workbook.xml'), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ])('is found out (%#)', async (bytes, mediaType) => {
    expect(await looked(bytes)).toEqual({ mediaType, claims: {} });
  });

  it.each([
    ['nothing', Buffer.alloc(0), 'FILE_EMPTY'],
    ['a picture that is a program', Buffer.from('<svg onload="alert(1)"/>'), 'FILE_TYPE_UNKNOWN'],
    ['a page', Buffer.from('<!doctype html><script>'), 'FILE_TYPE_UNKNOWN'],
    ['one byte', Buffer.from('P'), 'FILE_TYPE_UNKNOWN'],
    ['an archive of anything', files.tinyZip([{ name: 'a.txt' }]), 'FILE_TYPE_UNKNOWN'],
    ['a picture with a page behind it', Buffer.concat([files.tinyPng(), Buffer.from('<script>')]), 'FILE_DAMAGED'],
    ['half a picture', files.tinyPng().subarray(0, 40), 'FILE_DAMAGED'],
    ['a picture that ends before it says its size', files.tinyJpeg().subarray(0, 8), 'FILE_DAMAGED'],
    ['a document without an end', files.tinyPdf().subarray(0, 30), 'FILE_DAMAGED'],
    ['a video with something behind it', Buffer.concat([files.tinyMp4(), Buffer.from('<a>')]), 'FILE_DAMAGED'],
    ['an archive with something behind it', Buffer.concat([office([]), Buffer.from('x')]), 'FILE_DAMAGED'],
    ['a longer WebP than it says', Buffer.concat([files.tinyWebp(1, 1), Buffer.from('x')]), 'FILE_DAMAGED'],
    ['a PNG of 50,000 × 50,000', files.tinyPng({ width: 50_000, height: 50_000 }), 'PICTURE_TOO_LARGE'],
    ['a JPEG of 60,000 × 10', files.tinyJpeg({ width: 60_000, height: 10 }), 'PICTURE_TOO_LARGE'],
    ['a WebP of 16,000 × 16,000', files.tinyWebp(16_000, 16_000), 'PICTURE_TOO_LARGE'],
    ['a HEIC of 20,000 × 20,000', files.tinyHeic(20_000, 20_000), 'PICTURE_TOO_LARGE'],
    ['a picture without pixels', files.tinyPng({ width: 0 }), 'FILE_DAMAGED'],
  ])('is not taken: %s', async (_, bytes, fault) => {
    expect(await looked(bytes)).toBe(fault);
  });

  it.each([
    ['a name that leads out', [{ name: '../../etc/passwd' }]],
    ['a name from the root', [{ name: '/etc/passwd' }]],
    ['a name with a zero in it', [{ name: 'word/a\0.xml' }]],
    ['a name of another system', [{ name: 'word\\..\\a.xml' }]],
    ['a macro', [{ name: 'word/vbaProject.bin' }]],
    ['an archive inside', [{ name: 'word/embeddings/a.zip' }]],
    ['what packs 10,000 to one', [{ name: 'word/a.xml', packed: Buffer.alloc(1_000), unpacked: 10 * MIB }]],
    [
      'more than a machine can hold',
      Array.from({ length: 60 }, (_, n) => ({
        name: `word/${String(n)}`,
        packed: Buffer.alloc(100_000),
        unpacked: 10 * MIB,
      })),
    ],
    ['entries that share their bytes', [{ name: 'word/a.xml' }, { name: 'word/b.xml', at: 0 }]],
  ])('is not taken: a document that holds %s', async (_, more) => {
    expect(await looked(office(more))).toBe('FILE_INFLATES');
  });

  it('is bound by its kind', async () => {
    const small = inMemory(files.tinyJpeg());
    const big: Bytes = { size: 31 * MIB, read: (at, length) => small.read(at, length) };
    expect(await contentOf(big)).toBe('FILE_TOO_LARGE');
    expect(await contentOf({ ...big, size: 30 * MIB })).toMatchObject({ mediaType: 'image/jpeg' });
  });

  it('keeps what a camera says as a claim', async () => {
    const exif = files.tinyExif('2022:04:01 09:30:00');
    const claims = { takenAt: '2022-04-01T09:30:00', takenWhere: '31.233333,121.475000' };
    expect(await looked(files.tinyJpeg({ exif }))).toEqual({ mediaType: 'image/jpeg', claims });
    expect(await looked(files.tinyPng({ exif }))).toEqual({ mediaType: 'image/png', claims });
    const odd = files.tinyExif('1; DROP TABLE claims');
    expect(await looked(files.tinyJpeg({ exif: odd }))).toMatchObject({ claims: { takenWhere: claims.takenWhere } });
  });

  it('is read without end by no camera block, however it leads in circles', async () => {
    for (let at = 0; at < 110; at++) {
      const exif = Buffer.from(files.tinyExif('2022:04:01 09:30:00'));
      exif.writeUInt8(0xff, at);
      expect(await looked(files.tinyJpeg({ exif }))).toMatchObject({ mediaType: 'image/jpeg' });
    }
  });
});
