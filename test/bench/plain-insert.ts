// The rival, a process of its own: takes the same request, and inserts one row like the log's, made by the cheapest plain means.
import { hash, randomUUID } from 'node:crypto';
import fastify from 'fastify';
import { Pool } from 'pg';

/** How many connections the plain server has: as many as made it fastest. */
const CONNECTIONS = 16;
const INSERT = `INSERT INTO bench.event
  (position, stream, revision, type, event_id, command_key, command_index, command_hash, recorded_at, data, entry)
  VALUES ($1, $2, 0, 'ObservationRecorded', $3, $4, 0, $5, clock_timestamp(), $6, $7) RETURNING position`;

interface Body {
  readonly variables: { readonly input: { readonly commandId: string; readonly occurredAt: string } };
}

let position = 0;

const aRow = ({ commandId, occurredAt, ...data }: Body['variables']['input']) => {
  const [stream, eventId] = [`finding-${randomUUID()}`, randomUUID()];
  const payload = JSON.stringify(data);
  const entry = JSON.stringify({
    ...{ commandId, correlationId: commandId, occurredAt, eventId, payloadSha256: hash('sha256', payload) },
    ...{ actorId: randomUUID(), postId: randomUUID(), orgId: randomUUID(), territoryId: randomUUID(), source: 'web' },
    ...{
      recordedAt: new Date().toISOString(),
      schemaVersion: 1,
      stream,
      streamVersion: 1,
      type: 'ObservationRecorded',
    },
  });
  const values = [
    position++,
    stream,
    eventId,
    commandId,
    hash('sha256', payload, 'buffer'),
    payload,
    Buffer.from(entry),
  ];
  return { stream, values };
};

const main = async (url: string) => {
  const pool = new Pool({ connectionString: url, max: CONNECTIONS });
  const app = fastify();
  app.post<{ Body: Body }>('/', async ({ body }) => {
    const { stream, values } = aRow(body.variables.input);
    const { rows } = await pool.query<{ position: string }>({ name: 'insert', text: INSERT, values });
    return { recorded: true, id: stream, position: rows[0]?.position };
  });
  console.log(await app.listen({ port: 0, host: '127.0.0.1' }));
  process.on('SIGTERM', () => process.exit(0));
};

main(process.argv[2] ?? '').catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
