import { createHash } from 'node:crypto';

/** SHA-256 of bytes as they come, in hexadecimal. */
export const sha256Of = async (pieces: AsyncIterable<Buffer>): Promise<string> => {
  const hash = createHash('sha256');
  for await (const piece of pieces) hash.update(piece);
  return hash.digest('hex');
};

/** Whether a text is such a digest: nothing else ever becomes the name of a file. */
export const isDigest = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);
