const hex = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** SHA-256, in hexadecimal. Browsers compute digests for pages from a secure place alone: there is none on pages that come by plain http. */
const sha256 = globalThis.isSecureContext
  ? async (bytes: BufferSource) => hex(await crypto.subtle.digest('SHA-256', bytes))
  : undefined;

/** The digest of a file. */
export const digestOf = async (file: Blob): Promise<string | undefined> => sha256?.(await file.arrayBuffer());

/** The digest of a text in UTF-8. */
export const textDigest = sha256 && ((text: string) => sha256(new TextEncoder().encode(text)));

/** As much of it as is read aloud or compared by eye. */
export const shortDigest = (digest: string): string => `${digest.slice(0, 8)} … ${digest.slice(-8)}`;
