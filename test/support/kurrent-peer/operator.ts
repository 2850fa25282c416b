import { randomUUID } from 'node:crypto';
import type { PeerLog, Proposed } from './peer-log.js';
import { ALL } from './retention.js';

/** What somebody with an administrator's tools does to a log behind the back of its program. */
const event = (type: string, data: string): Proposed => ({
  ...{ id: randomUUID(), type, contentType: 'application/json' },
  ...{ data: Buffer.from(data), metadata: Buffer.from('') },
});

/** Sets a stream's metadata: the last event of the stream named after it (kurrentdb.md 4.4). */
export const setMetadata = (log: PeerLog, stream: string, metadata: object): void => {
  log.append(`$$${stream}`, 'any', [event('$metadata', JSON.stringify(metadata))]);
};

/** Deletes a stream softly: all that is written is its metadata (kurrentdb.md 6, row 16). */
export const deleteSoftly = (log: PeerLog, stream: string): void => {
  log.append(`$$${stream}`, 'any', [event('$metadata', `{"$tb":${ALL}}`)]);
};

/** Closes a stream for ever: a record under its own name, with the last revision that there is (kurrentdb.md 6, row 17). */
export const tombstone = (log: PeerLog, stream: string): void => {
  log.close(stream, { ...event('$streamDeleted', ''), contentType: 'application/octet-stream' });
};

/** What another program writes into the same cluster (kurrentdb.md 6, row 18). */
export const writeForeign = (log: PeerLog, stream: string): void => {
  log.append(stream, 'any', [event('orderPlaced', '{"amount":7}')]);
};

/** The server's defaults of who may do what (kurrentdb.md 4.5). */
export const setDefaultAccess = (log: PeerLog, userStreamAcl: object): void => {
  log.append('$settings', 'any', [event('update-default-acl', JSON.stringify({ $userStreamAcl: userStreamAcl }))]);
};
