import { describe, expect, it } from '@jest/globals';
import { jpegParts, upright, withSegment } from './jpeg';

const segment = (marker: number, ...data: readonly number[]): readonly number[] => [
  ...[0xff, marker, 0, data.length + 2],
  ...data,
];
const letters = (text: string): readonly number[] => [...text].map((one) => one.charCodeAt(0));
const JFIF = segment(0xe0, ...letters('JFIF\0'));
/** A frame of 4,000 by 3,000 points. */
const FRAME = segment(0xc0, 8, 0x0b, 0xb8, 0x0f, 0xa0, 1, 1, 0x11, 0);

/** Turned by a quarter, by one entry of the main directory: in the order of bytes of either kind of camera. */
const LITTLE = [...letters('II*\0'), 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0];
const BIG = [...letters('MM\0*'), 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0];
const exifOf = (block: readonly number[]) => segment(0xe1, ...letters('Exif\0\0'), ...block);
const jpeg = (...parts: readonly (readonly number[])[]) => Uint8Array.from([0xff, 0xd8, ...parts.flat(), 0xff, 0xd9]);

describe('a picture of a phone', () => {
  it('tells how large it is, and what its camera claims', () => {
    const exif = exifOf(LITTLE);
    expect(jpegParts(jpeg(JFIF, exif, FRAME))).toEqual({ width: 4_000, height: 3_000, exif: Uint8Array.from(exif) });
    expect(jpegParts(jpeg(JFIF, [0xff], FRAME))).toEqual({ width: 4_000, height: 3_000, exif: undefined });
    const none = [jpeg(JFIF), jpeg(FRAME).subarray(0, 8), Uint8Array.of(), Uint8Array.from(letters('not a picture'))];
    expect(none.map(jpegParts)).toEqual([undefined, undefined, undefined, undefined]);
  });

  it.each([
    ['little', LITTLE, 18],
    ['big', BIG, 19],
  ] as const)('that was made upright is not to be turned again: %s-endian', (_order, block, at) => {
    const expected = block.with(at, 1);
    expect(upright(Uint8Array.from(exifOf(block)))).toEqual(Uint8Array.from(exifOf(expected)));
  });

  it('whose claims are not in order keeps them as they are', () => {
    const broken = [exifOf([]), exifOf(LITTLE.slice(0, 12)), exifOf(LITTLE.with(4, 200)), exifOf(LITTLE.with(8, 9))];
    for (const one of broken) expect(() => upright(Uint8Array.from(one))).not.toThrow();
    expect(upright(Uint8Array.from(exifOf(LITTLE.with(4, 200))))).toEqual(Uint8Array.from(exifOf(LITTLE.with(4, 200))));
  });

  it('takes its claims along when it is made anew', () => {
    const exif = Uint8Array.from(exifOf(LITTLE));
    expect(withSegment(jpeg(JFIF, FRAME), exif)).toEqual(jpeg(exifOf(LITTLE), JFIF, FRAME));
  });
});
