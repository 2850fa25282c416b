import type { Id } from '#kernel';
import type { DueRow, RowKey } from '#platform/follow';
import type { QueryResultRow } from 'pg';
import type { OneQuery } from '../connect/one-query.js';

interface DueLine extends QueryResultRow {
  readonly timer: string;
  readonly stream: Id;
  readonly key: string;
  readonly at: string;
  readonly asked_kind: string;
  readonly asked_stream: Id;
  readonly command: DueRow['ask']['command'];
  readonly cause_id: string;
  readonly cause_position: string;
  readonly correlation_id: string;
}

const rowOf = (line: DueLine): DueRow => ({
  ...{ timer: line.timer, stream: line.stream, key: line.key, at: line.at },
  ask: { kind: line.asked_kind, stream: line.asked_stream, command: line.command },
  cause: {
    ...{ eventId: line.cause_id, correlationId: line.correlation_id, position: BigInt(line.cause_position) },
  },
});

/** The first rows of some timers in the order in which they are decided, but for those of parked streams. */
export const readSoonest = async (
  ask: OneQuery,
  timers: readonly string[],
  { limit, followerOf }: { readonly limit: number; readonly followerOf: (timer: string) => string },
): Promise<readonly DueRow[]> => {
  const rows = await ask<DueLine>(
    `SELECT due.* FROM view.due WHERE timer = ANY ($1) AND NOT EXISTS (
       SELECT FROM view.parked WHERE parked.follower = $2 || due.timer AND parked.stream = due.stream)
     ORDER BY at, stream COLLATE "C", key COLLATE "C", timer LIMIT $3`,
    [timers, followerOf(''), limit],
  );
  return rows.map(rowOf);
};

/** Sets rows in place of those of the same stream and key. */
export const putDue = async (ask: OneQuery, rows: readonly DueRow[]): Promise<void> => {
  if (rows.length === 0) return;
  const columns: readonly (readonly string[])[] = [
    rows.map(({ timer }) => timer),
    rows.map(({ stream }) => stream),
    rows.map(({ key }) => key),
    rows.map(({ at }) => at),
    rows.map((row) => row.ask.kind),
    rows.map((row) => row.ask.stream),
    rows.map((row) => JSON.stringify(row.ask.command)),
    rows.map(({ cause }) => cause.eventId),
    rows.map(({ cause }) => String(cause.position)),
    rows.map(({ cause }) => cause.correlationId),
  ];
  const types = [...Array.from({ length: 6 }, () => 'text'), 'json', 'uuid', 'bigint', 'text'];
  const arrays = types.map((type, index) => `$${String(index + 1)}::${type}[]`).join();
  await ask(
    `INSERT INTO view.due
       (timer, stream, key, at, asked_kind, asked_stream, command, cause_id, cause_position, correlation_id)
     SELECT * FROM unnest(${arrays})
     ON CONFLICT (timer, stream, key) DO UPDATE SET at = excluded.at, asked_kind = excluded.asked_kind,
       asked_stream = excluded.asked_stream, command = excluded.command, cause_id = excluded.cause_id,
       cause_position = excluded.cause_position, correlation_id = excluded.correlation_id`,
    columns,
  );
};

/** Removes what was taken back. */
export const cancelDue = async (ask: OneQuery, timer: string, rows: readonly RowKey[]): Promise<void> => {
  if (rows.length === 0) return;
  const columns = [rows.map(({ stream }) => stream), rows.map(({ key }) => key)];
  await ask(
    `DELETE FROM view.due USING unnest($2::text[], $3::text[]) AS gone(stream, key)
     WHERE due.timer = $1 AND due.stream = gone.stream AND due.key = gone.key`,
    [timer, ...columns],
  );
};

/** Removes what was answered; what was set again meanwhile stays. */
export const removeDue = async (ask: OneQuery, rows: readonly DueRow[]): Promise<void> => {
  const columns = [
    rows.map(({ timer }) => timer),
    rows.map(({ stream }) => stream),
    rows.map(({ key }) => key),
    rows.map(({ at }) => at),
    rows.map(({ cause }) => cause.eventId),
  ];
  await ask(
    `DELETE FROM view.due USING unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::uuid[])
       AS gone(timer, stream, key, at, cause_id)
     WHERE due.timer = gone.timer AND due.stream = gone.stream AND due.key = gone.key AND due.at = gone.at
       AND due.cause_id = gone.cause_id`,
    columns,
  );
};

/** Removes everything of a timer. */
export const forgetDue = async (ask: OneQuery, timer: string): Promise<void> => {
  await ask('DELETE FROM view.due WHERE timer = $1', [timer]);
};
