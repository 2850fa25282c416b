import { door } from '../../api/door';
import { wayIn, type Failure } from '../../api/failure';
import { graphql } from '../../api/graphql';
import { ask } from '../../api/http';
import { upload } from '../../api/upload';
import { SAID, type Said } from '../../forms/said';
import { newId } from '../../lib/new-id';
import { byLog } from '../../lib/server-time';
import { askGraph } from '../ask-graph';
import { inputOf } from './input';
import type { Capacity, Photo, Receipt, Refusal } from './item';
import type { Came, Ways } from './sending';
import type { FieldStore } from './store';

const RECORD = graphql(
  `
    mutation RecordFromField($input: RecordObservationInput!) {
      outcome: recordObservation(input: $input) {
        ...Said
      }
    }
  `,
  [SAID],
);
type Input = Parameters<NonNullable<(typeof RECORD)['__ensureTypesOfVariablesAndResultMatching']>>[0]['input'];

/** What passes by itself, or once somebody has signed in again: it is tried again as it is. */
const PASSING = [
  ...['NO_ANSWER', 'UNKNOWN', 'UNAUTHENTICATED', 'FORBIDDEN', 'CONFLICT', 'BAD_REQUEST', 'GRAPHQL_VALIDATION_FAILED'],
  ...['NOT_YET_VISIBLE', 'VIEW_NOT_READY', 'RATE_LIMITED', 'OVERLOADED', 'UNAVAILABLE', 'STORAGE_FULL', 'TOO_SLOW'],
  ...['OUTCOME_UNKNOWN', 'INTERNAL_SERVER_ERROR', 'UPLOAD_CONFLICT', 'UPLOAD_NOT_FOUND', 'TOO_MANY_UPLOADS'],
];
const cameTo = (why: Refusal): Came<never> =>
  PASSING.includes(why.code) ? { is: 'later', why } : { is: 'refused', why };

const deviceOf = async (store: FieldStore): Promise<string> => {
  const known = await store.kept<string>('device');
  const device = known ?? newId();
  if (known === undefined) await store.keep('device', device);
  return device;
};

/** Whether the store has the very bytes that the phone has: it is asked for them unless they are these. */
const isKept = async (id: string, sha256: string): Promise<Came<string>> => {
  const headers = { 'if-none-match': `"${sha256}"` };
  const response = await ask(`/evidence/${id}`, { headers }).catch(() => undefined);
  if (response?.status === 304) return { is: 'there', what: id };
  await response?.body?.cancel();
  return response?.ok === true
    ? { is: 'refused', why: { code: 'DIGEST_DIFFERS' } }
    : { is: 'later', why: { code: 'NO_ANSWER' } };
};

const refusalIn = ({ code, message, path, others }: Extract<Said, { __typename: 'Refused' }>): Refusal => {
  const way = wayIn(path);
  return { code, message, others, ...(way !== undefined && { path: way }) };
};

const isFailure = (answer: object): answer is Failure => 'code' in answer;

/** The server, as the queue of a phone uses it. */
export const waysOf = (store: FieldStore): Ways => ({
  async isIn(owner: string, { postId, orgId }: Capacity) {
    const answer = await door.session();
    if ('failure' in answer) return answer.failure.code === 'UNAUTHENTICATED' ? false : undefined;
    const { personId, chosen } = answer.said;
    return personId === owner && chosen?.postId === postId && chosen.orgId === orgId;
  },

  async upload({ uploadId, name, sha256 }: Photo, bytes: Blob) {
    const sent = await upload(new File([bytes], name), { commandId: uploadId }, () => undefined);
    return 'failure' in sent ? cameTo(sent.failure) : isKept(sent.id, sha256);
  },

  async writing() {
    const deviceId = await deviceOf(store);
    return (item) => inputOf(item, { deviceId, byLog });
  },

  async record({ input }) {
    const answer = await askGraph(RECORD, { input: input as unknown as Input });
    if (isFailure(answer)) return cameTo(answer);
    const { outcome } = answer.data;
    if (outcome.__typename === 'Refused') return cameTo(refusalIn(outcome));
    const what: Receipt = { position: outcome.position, findingId: outcome.id, at: new Date().toISOString() };
    return { is: 'there', what };
  },
});
