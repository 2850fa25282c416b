/** A server, and what whoever uploads holds. */
interface Uploading {
  readonly address: string;
  readonly held: Readonly<Record<string, string>>;
}

const TUS = { 'tus-resumable': '1.0.0' };

/** Begins an upload, as a client of the protocol does; the answer says where it goes on. */
export const beginUpload = ({ address, held }: Uploading, size: number, name?: string): Promise<Response> =>
  fetch(`${address}/evidence/uploads`, {
    method: 'POST',
    headers: {
      ...{ ...TUS, origin: address, 'upload-length': String(size), ...held },
      ...(name !== undefined && { 'upload-metadata': `filename ${Buffer.from(name).toString('base64')}` }),
    },
  });

/** Sends bytes from a place on. */
export const sendBytes = (
  { address, held }: Uploading,
  location: string,
  offset: number,
  bytes: Buffer | ReadableStream,
): Promise<Response> =>
  fetch(`${address}${location}`, {
    method: 'PATCH',
    headers: {
      ...{ ...TUS, origin: address, 'upload-offset': String(offset), ...held },
      'content-type': 'application/offset+octet-stream',
    },
    body: bytes instanceof Buffer ? new Uint8Array(bytes) : bytes,
    duplex: 'half',
  } as RequestInit);

/** Asks how far an upload has come. */
export const offsetOf = async ({ address, held }: Uploading, location: string): Promise<number | undefined> => {
  const { headers } = await fetch(`${address}${location}`, { method: 'HEAD', headers: { ...TUS, ...held } });
  const offset = headers.get('upload-offset');
  return offset === null ? undefined : Number(offset);
};

/** Uploads a file at once. */
export const upload = async (to: Uploading, bytes: Buffer, name?: string): Promise<Response> => {
  const begun = await beginUpload(to, bytes.length, name);
  return begun.status === 201 ? sendBytes(to, begun.headers.get('location') ?? '', 0, bytes) : begun;
};
