/** SHA-256 of a file, in hexadecimal. Undefined where the browser has none: on pages that come by plain http. */
export const digestOf = async (file: Blob): Promise<string | undefined> => {
  // Not there by plain http, whatever the types say.
  const subtle = crypto.subtle as SubtleCrypto | undefined;
  if (!subtle) return undefined;
  const bytes = new Uint8Array(await subtle.digest('SHA-256', await file.arrayBuffer()));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
};

/** As much of it as is read aloud or compared by eye. */
export const shortDigest = (digest: string): string => `${digest.slice(0, 8)} … ${digest.slice(-8)}`;
