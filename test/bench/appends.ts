import { hash, randomUUID } from 'node:crypto';
import type { Id } from '#kernel';
import type { Append, JsonObject } from '#platform/event-store';

export const COMMAND_HASH = hash('sha256', 'bench');
export const TYPE = 'ObservationRecorded';
const actorId = `person-${randomUUID()}` as const;
const [postId, orgId, territoryId] = [
  `post-${randomUUID()}`,
  `organisation-${randomUUID()}`,
  `territory-${randomUUID()}`,
] as const;

/** The data of one event: about 600 bytes, as a finding with its evidence has. */
export const data = (n: number): JsonObject => ({
  title: `安全出口被锁闭，值守人员不在岗 (${String(n)})`,
  severity: n % 3 === 0 ? 'major' : 'general',
  place: { territoryId, address: `Invented Road ${String(n % 900)}`, floor: n % 7 },
  clauses: [`directive-${randomUUID()}/3`, `directive-${randomUUID()}/7`],
  evidence: [{ id: randomUUID(), sha256: COMMAND_HASH, bytes: 100_000 + n, mediaType: 'image/jpeg' }],
  note: 'The exit on the ground floor was locked from inside, and nobody held the key at the time of the visit.',
});

/** One event, of a command of its own. */
export const anAppend = (stream: Id, expected: bigint, n: number): Append => ({
  stream,
  expected,
  occasion: {
    ...{ actorId, postId, orgId, territoryId, occurredAt: '2022-03-31T09:00:00.000Z', source: 'mobile' },
    ...{ commandId: randomUUID(), correlationId: randomUUID() },
  },
  commandHash: COMMAND_HASH,
  events: [{ type: TYPE, schemaVersion: 1, data: data(n) }],
});
