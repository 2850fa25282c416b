/** What of a JPEG matters here: how large it is, and the part in which cameras say when and where it was taken. */
export interface JpegParts {
  readonly width: number;
  readonly height: number;
  /** With its marker, as it stands in the file. */
  readonly exif: Uint8Array | undefined;
}

const SOI = 2;
const FILLED = 0xff;
const APP1 = 0xe1;
/** Of the frames C0 to CF these are none: tables, and what is kept for extensions. */
const NO_FRAME = [0xc4, 0xc8, 0xcc];
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && !NO_FRAME.includes(marker);

const isExif = (segment: Uint8Array): boolean =>
  segment[1] === APP1 && String.fromCharCode(...segment.subarray(4, 10)) === 'Exif\0\0';

/** Reads the segments up to the one that says how large it is; undefined of what is no such file. [ITU T.81, B] */
export const jpegParts = (bytes: Uint8Array): JpegParts | undefined => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let exif: Uint8Array | undefined;
  for (let at = SOI; at + 9 <= bytes.length && view.getUint8(at) === FILLED;) {
    const marker = view.getUint8(at + 1);
    if (isFrame(marker)) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5), exif };
    const length = marker === FILLED ? 1 : 2 + view.getUint16(at + 2);
    const segment = bytes.subarray(at, at + length);
    if (isExif(segment)) exif = segment;
    at += length;
  }
  return undefined;
};

/** Where the block begins in its segment: behind the marker, the length and its name. */
const BLOCK = 10;
const ORIENTATION = 0x0112;
const ENTRY = 12;

/** The same of a picture that stands upright by itself: it is not to be turned once more. */
export const upright = (exif: Uint8Array): Uint8Array => {
  const turned = exif.slice();
  const view = new DataView(turned.buffer);
  if (turned.length < BLOCK + 8) return turned;
  const isLittle = view.getUint8(BLOCK) === 'I'.charCodeAt(0);
  const directory = BLOCK + view.getUint32(BLOCK + 4, isLittle);
  const count = directory + 2 <= turned.length ? view.getUint16(directory, isLittle) : 0;
  const entries = [...Array(count).keys()].map((index) => directory + 2 + index * ENTRY);
  for (const entry of entries.filter((at) => at + ENTRY <= turned.length))
    if (view.getUint16(entry, isLittle) === ORIENTATION) view.setUint16(entry + 8, 1, isLittle);
  return turned;
};

/** A JPEG with this segment before all others. */
export const withSegment = (jpeg: Uint8Array, segment: Uint8Array): Uint8Array<ArrayBuffer> => {
  const whole = new Uint8Array(jpeg.length + segment.length);
  whole.set(jpeg.subarray(0, SOI));
  whole.set(segment, SOI);
  whole.set(jpeg.subarray(SOI), SOI + segment.length);
  return whole;
};
