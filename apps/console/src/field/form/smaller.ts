import { jpegParts, upright, withSegment, type JpegParts } from './jpeg';

/** What a verifier sees on a screen; phones take three times as much. */
const MOST_EDGE = 2_560;
const QUALITY = 0.85;
const TYPE = 'image/jpeg';

/** Drawn anew, and so as it is to be looked at. */
const drawn = async (picture: Blob, scale: number): Promise<Blob | null> => {
  const bitmap = await createImageBitmap(picture, { imageOrientation: 'from-image' });
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(bitmap.width * scale);
  canvas.height = Math.round(bitmap.height * scale);
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  return new Promise((resolve) => canvas.toBlob(resolve, TYPE, QUALITY));
};

/** With the claims of its camera, where it has any. */
const withClaims = (jpeg: Uint8Array<ArrayBuffer>, { exif }: JpegParts): Uint8Array<ArrayBuffer> =>
  exif ? withSegment(jpeg, upright(exif)) : jpeg;

/**
 * A photo as large as it is looked at, with all that its camera claims of it; the same one where it is no larger, or where the phone
 * cannot do it.
 */
export const madeSmaller = async (bytes: Uint8Array<ArrayBuffer>, type: string): Promise<Uint8Array<ArrayBuffer>> => {
  const parts = type === TYPE ? jpegParts(bytes) : undefined;
  if (!parts) return bytes;
  const scale = MOST_EDGE / Math.max(parts.width, parts.height);
  const made = scale < 1 ? await drawn(new Blob([bytes], { type }), scale).catch(() => null) : null;
  if (made?.type !== TYPE) return bytes;
  const small = withClaims(new Uint8Array(await made.arrayBuffer()), parts);
  return small.length < bytes.length ? small : bytes;
};
