import { wrote } from '../lib/written';
import { failureIn, NO_ANSWER, type Failure, type ToldError } from './failure';
import { ask } from './http';

const PIECE = 1_000_000;
const ATTEMPTS = 4;
const TUS = { 'tus-resumable': '1.0.0' };

/** A file on its way: where it goes on, once that is known. One that is named by an id of its own goes on also where that was forgotten. */
export interface Sending {
  location?: string;
  readonly commandId?: string;
}

type Sent = { readonly id: string } | { readonly failure: Failure };

const base64 = (text: string): string => btoa(String.fromCodePoint(...new TextEncoder().encode(text)));

const failed = async (response: Response): Promise<Failure> => {
  const body = (await response.json().catch(() => ({}))) as { readonly errors?: readonly ToldError[] };
  const [first] = body.errors ?? [];
  return first ? failureIn(first) : NO_ANSWER;
};

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const metadataOf = ({ name }: File, { commandId }: Sending): string =>
  [`filename ${base64(name)}`, ...(commandId === undefined ? [] : [`commandId ${base64(commandId)}`])].join();

const begin = (file: File, sending: Sending): Promise<Response> =>
  ask('/evidence/uploads', {
    method: 'POST',
    headers: { ...TUS, 'upload-length': String(file.size), 'upload-metadata': metadataOf(file, sending) },
  });

const comeTo = async (location: string): Promise<number | undefined> => {
  const response = await ask(location, { method: 'HEAD', headers: TUS }).catch(() => undefined);
  const offset = response?.headers.get('upload-offset') ?? undefined;
  return offset === undefined ? undefined : Number(offset);
};

const sendPiece = (location: string, file: File, offset: number): Promise<Response> =>
  ask(location, {
    method: 'PATCH',
    headers: { ...TUS, 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' },
    body: file.slice(offset, offset + PIECE),
  });

/** The file is called after its upload: also where the answer to the last piece was lost. */
const idAt = (location: string): string => `evidence-${location.split('/').at(-1) ?? ''}`;

const locationOf = async (file: File, sending: Sending): Promise<Failure | string> => {
  if (sending.location !== undefined) return sending.location;
  const begun = await begin(file, sending).catch(() => undefined);
  if (!begun) return NO_ANSWER;
  if (begun.status !== 201) return failed(begun);
  return (sending.location = begun.headers.get('location') ?? '');
};

/** Sends the next piece; answers how far that has come, why it was refused, or nothing where it was cut. */
const goOn = async (location: string, file: File, offset: number): Promise<number | Failure | undefined> => {
  const answer = await sendPiece(location, file, offset).catch(() => undefined);
  if (!answer || answer.status === 409) return undefined;
  if (!answer.ok) return failed(answer);
  const position = answer.headers.get('log-position');
  if (position !== null) wrote(position);
  return Number(answer.headers.get('upload-offset') ?? offset);
};

/** Sends what is left of a file; answers why it did not come whole, if it did not. */
const sendRest = async (location: string, file: File, onProgress: (bytes: number) => void) => {
  let offset = (await comeTo(location)) ?? 0;
  let cuts = 0;
  while (offset < file.size) {
    const come = await goOn(location, file, offset);
    if (typeof come === 'object') return come;
    if (come === undefined) {
      cuts += 1;
      if (cuts === ATTEMPTS) return NO_ANSWER;
      await pause(500 * cuts);
    }
    offset = come ?? (await comeTo(location)) ?? offset;
    onProgress(offset);
  }
  return undefined;
};

/** Uploads a file piece by piece (tus 1.0.0). What was cut goes on where the server says, now or when it is asked for again. */
export const upload = async (file: File, sending: Sending, onProgress: (bytes: number) => void): Promise<Sent> => {
  const location = await locationOf(file, sending);
  if (typeof location !== 'string') return { failure: location };
  const failure = await sendRest(location, file, onProgress);
  return failure ? { failure } : { id: idAt(location) };
};
