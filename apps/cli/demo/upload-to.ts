import { bytesOf, type FileSaid } from './evidence.js';
import type { Language } from './fill.js';
import { reached } from './reached.js';
import { CannotGoOn } from './server.js';
import { commandIdOf } from './step.js';

const said = (value: string): string => Buffer.from(value, 'utf8').toString('base64');

/** Uploads a file at once, under a name that follows from what it is: uploaded again, it is the same one. */
export const uploadTo = async (
  url: string,
  file: FileSaid,
  { token, language }: { readonly token: string; readonly language: Language },
): Promise<string> => {
  const bytes = bytesOf(file, language);
  const name = `${file.file[language]}.${file.pdf ? 'pdf' : 'png'}`;
  const headers = {
    authorization: `Bearer ${token}`,
    'accept-language': language,
    'tus-resumable': '1.0.0',
    'upload-length': String(bytes.length),
    'upload-metadata': `commandId ${said(commandIdOf({ name }))},filename ${said(name)}`,
    'content-type': 'application/offset+octet-stream',
  };
  const request = { method: 'POST', headers, body: new Uint8Array(bytes) };
  const answer = await reached(url, '/evidence/uploads', request);
  const id = answer.headers.get('evidence-id');
  if (id) return id;
  throw new CannotGoOn(`${name}: HTTP ${String(answer.status)} ${await answer.text()}`);
};
