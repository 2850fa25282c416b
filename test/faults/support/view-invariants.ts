import { isDeepStrictEqual } from 'node:util';
import { decode, folded, keyIn, kindOf, type AnyView, type View } from '#kernel';
import type { StoredEvent } from '#platform/event-store';
import { locate } from '#platform/personal-data';
import { query } from '../../support/query.js';
import { soon } from '../../support/soon.js';
import type { Kept } from './log-invariants.js';

/** In place of an end: what is true now ends nowhere. */
const NOW = '9223372036854775807';
const COLUMNS = 'key, since, born, territory, orgs, directory, row::jsonb AS row';

const fieldsOf = ({ indexes = [], tallied = [] }: AnyView) => [...new Set<string>([...indexes, ...tallied])];

interface Version {
  readonly key: string;
  readonly since: string;
  until: string;
  readonly born: string;
  readonly territory: string;
  readonly orgs: readonly string[];
  readonly directory: boolean;
  readonly row: object;
}

/** INV4: every view's table holds what the plainest of folds makes of the whole log, row by row. Waits until the views are there. */
export const viewsOf = async (
  url: string,
  log: readonly Kept[],
  views: readonly AnyView[],
): Promise<readonly string[]> => {
  const wrong = await Promise.all(views.map((view) => viewOf(url, log, view)));
  return wrong.flat();
};

const viewOf = async (url: string, log: readonly Kept[], view: AnyView): Promise<readonly string[]> => {
  const at = `view ${view.name}`;
  const table = await caughtUp(url, view, log.at(-1)?.position);
  if (table === undefined) return [`INV4: ${at} does not catch up`];
  const columns = [COLUMNS, ...fieldsOf(view).map((field) => `"f_${field}"`)].join(', ');
  const stored = await query(
    url,
    `SELECT ${columns}, '${NOW}'::bigint AS until FROM ${table}
     UNION ALL SELECT ${columns}, until FROM ${table}_past ORDER BY key, since`,
  );
  const wanted = replayed(view, log);
  if (stored.length !== wanted.length) {
    return [`INV4: ${at} has ${String(stored.length)} versions, a replay has ${String(wanted.length)}`];
  }
  const differs = wanted.find((version, index) => !isDeepStrictEqual({ ...stored[index] }, { ...version }));
  return differs ? [`INV4: ${at} differs from a replay at ${differs.key} since ${differs.since}`] : [];
};

const PATIENCE_MS = 100_000;

/** The table of a view once it stands at the end of the log; undefined when that takes too long. */
const caughtUp = (url: string, { name, version }: AnyView, head: bigint | undefined): Promise<string | undefined> => {
  const until = performance.now() + PATIENCE_MS;
  return soon(async () => {
    const [row] = await query(
      url,
      `SELECT table_name, coalesce(position, -1) >= ${String(head ?? -1n)} AS there FROM view.checkpoint
       WHERE follower = '${name}' AND version = ${String(version)} AND state = 'serving'`,
    );
    if (row?.['there'] === true) return String(row['table_name']);
    if (performance.now() > until) return undefined;
    throw new Error(`${name} is behind`);
  });
};

/** The versions of a view's rows, folded one event after the other with nothing stored in between but JSON. */
const replayed = (view: AnyView, log: readonly Kept[]): readonly Version[] => {
  const versions: Version[] = [];
  const open = new Map<string, Version>();
  const parked = new Set<string>();
  for (const { event } of log) {
    try {
      if (!parked.has(event.stream)) takeIn(view as View, event, { versions, open });
    } catch {
      parked.add(event.stream);
    }
  }
  return versions.sort((a, b) => (a.key === b.key ? Number(a.since) - Number(b.since) : a.key < b.key ? -1 : 1));
};

interface Folding {
  readonly versions: Version[];
  readonly open: Map<string, Version>;
}

const takeIn = (view: View, event: StoredEvent, folding: Folding) => {
  if (kindOf(event.stream) !== view.of.kind) return;
  const message = decode(view.of, { ...event, data: locate(event) });
  const key = keyIn(view, message, event);
  if (key === undefined) return;
  const before = folding.open.get(key);
  const row = folded(view, before?.row, message, event);
  if (row !== before?.row) replace(folding, { view, key, row, since: String(event.position) });
};

interface Replacing {
  readonly view: View;
  readonly key: string;
  readonly row: object | undefined;
  readonly since: string;
}

const replace = ({ versions, open }: Folding, { view, key, row, since }: Replacing) => {
  const before = open.get(key);
  if (before) before.until = since;
  open.delete(key);
  if (!row) return;
  const period = { since, until: NOW, born: before?.born ?? since };
  const version = { key, ...period, ...ownerOf(view, row), ...fieldTexts(view, row), row: plain(row) };
  open.set(key, version);
  versions.push(version);
};

const plain = (row: object): object => JSON.parse(JSON.stringify(row)) as object;

const ownerOf = ({ owner }: View, row: object) =>
  owner === 'directory' ? { territory: '', orgs: [], directory: true } : { ...owner(row), directory: false };

/** As JSON has them: what is no text is written as JSON, what is not there is null. */
const fieldTexts = (view: View, row: object) => {
  const fields = plain(row) as Readonly<Record<string, unknown>>;
  return Object.fromEntries(fieldsOf(view).map((field) => [`f_${field}`, textOf(fields[field])]));
};

const textOf = (value: unknown): string | null => {
  if (value === undefined || value === null) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
};
