import { createHash } from 'node:crypto';
import { castId } from '#platform/identity';
import type { Fields } from './step.js';

/** An invented file: its bytes are its own description, so that its digest is a real one. */
export const evidence = (description: string, mediaType = 'image/jpeg'): Fields & { readonly id: string } => {
  const bytes = Buffer.from(description, 'utf8');
  return {
    id: castId('evidence', description),
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
    mediaType,
  };
};
