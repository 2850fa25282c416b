import type { AnyView } from '#kernel';
import {
  CheckpointMoved,
  type OpenRow,
  type Parked,
  type Step,
  type ViewChange,
  type ViewLease,
} from '#platform/follow';
import type { ViewRegistry } from '#platform/views';
import type { Ask } from './ask.js';
import type { Connection } from './connection.js';
import { namesOf, readParked, removeParked, takeRetries, writeParked } from './parked-rows.js';
import { closeVersions, insertVersions, readRows, rewind } from './view-rows.js';

/** Writes the rows of views; the connection holds the lock that makes this process the one that does. */
export class PostgresViewLease implements ViewLease {
  readonly #ask: Ask;

  constructor(
    private readonly connection: Connection,
    private readonly views: ViewRegistry,
    private readonly log: string,
  ) {
    this.#ask = (sql, values) => connection.query(sql, values);
  }

  parked(): Promise<readonly Parked[]> {
    return readParked(this.#ask, this.views.all);
  }

  retries(): Promise<readonly Parked[]> {
    return takeRetries(this.#ask, this.views.all);
  }

  rows(view: AnyView, keys: readonly string[], before?: bigint): Promise<ReadonlyMap<string, OpenRow>> {
    return readRows(this.#ask, view, keys, before);
  }

  async commit(step: Step): Promise<void> {
    await this.connection.transaction(async () => {
      await this.moveCheckpoints(step);
      for (const change of step.changes) await this.write(change);
    });
  }

  async completed(views: readonly AnyView[]): Promise<void> {
    await this.#ask(
      `UPDATE view.checkpoint SET complete = true WHERE NOT complete
       AND (follower, version) IN (SELECT * FROM unnest($1::text[], $2::integer[]))`,
      namesOf(views),
    );
  }

  release(): Promise<void> {
    this.connection.close();
    return Promise.resolve();
  }

  /** First, so that a second writer waits here, finds the checkpoint moved, and writes nothing. */
  private async moveCheckpoints({ from, to, changes }: Step): Promise<void> {
    const views = changes.map(({ view }) => view);
    const moved = await this.#ask<{ follower: string }>(
      `UPDATE view.checkpoint SET position = $3 WHERE log = $4 AND position IS NOT DISTINCT FROM $5::bigint
       AND (follower, version) IN (SELECT * FROM unnest($1::text[], $2::integer[])) RETURNING follower`,
      [...namesOf(views), stored(to), this.log, stored(from)],
    );
    const left = views.find(({ name }) => !moved.some(({ follower }) => follower === name));
    if (left) throw new CheckpointMoved(left.name);
  }

  private async write({ view, closed, versions, parked, redo }: ViewChange): Promise<void> {
    if (redo) {
      await rewind(this.#ask, view, redo);
      await removeParked(this.#ask, view.version, { follower: view.name, stream: redo.stream });
    }
    await closeVersions(this.#ask, view, closed);
    await insertVersions(this.#ask, view, versions);
    await writeParked(this.#ask, view.version, parked);
  }
}

const stored = (at: bigint | 'start') => (at === 'start' ? null : String(at));
