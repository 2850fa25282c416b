import type { CustomFetch } from 'openid-client';

/** The issuer does not answer, or not as an issuer does: nobody is to blame who wants to sign in. */
export class IssuerUnavailable extends Error {
  override readonly name = 'IssuerUnavailable';
}

/** The longest answer of an issuer that is read: many keys, and many claims. */
export const MOST_BYTES = 256 * 1024;

/** Reads an answer, and no more of it than anybody needs. */
const readWhole = async ({ body }: Response): Promise<Uint8Array<ArrayBuffer>> => {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of body ?? []) {
    length += part.byteLength;
    if (length > MOST_BYTES) throw new IssuerUnavailable(`the issuer answered more than ${MOST_BYTES} bytes`);
    parts.push(part);
  }
  return Uint8Array.from(Buffer.concat(parts));
};

/** Asks one origin and no other, whatever its answers name, and follows it nowhere. Throws IssuerUnavailable alone. */
export const fetchWithin =
  (origin: string): CustomFetch =>
  async (url, { method, headers, body, signal }) => {
    if (new URL(url).origin !== origin) throw new IssuerUnavailable('the issuer names an address of another origin');
    const form = body instanceof URLSearchParams ? { body: body.toString() } : {};
    try {
      const answer = await fetch(url, { method, headers, redirect: 'manual', ...form, ...(signal && { signal }) });
      const read = await readWhole(answer);
      return new Response(read.length === 0 ? null : read, { status: answer.status, headers: answer.headers });
    } catch (error) {
      throw error instanceof IssuerUnavailable ? error : new IssuerUnavailable('no answer in time', { cause: error });
    }
  };
