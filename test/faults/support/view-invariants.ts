import { isDeepStrictEqual } from 'node:util';
import { decode, foldedRows, sourceOf, type AnyView, type ViewOf } from '#kernel';
import type { StoredEvent } from '#platform/event-store';
import { locate } from '#platform/personal-data';
import { initialsOf, searchForm } from '#text';
import { query, rowsOf } from '../../support/query.js';
import { soon } from '../../support/soon.js';
import type { Kept } from './log-invariants.js';

/** In place of an end: what is true now ends nowhere. */
const NOW = '9223372036854775807';
const COLUMNS = 'key, since, born, territory, orgs, directory, row::jsonb AS row';

const fieldsOf = ({ indexes = [], tallied = [], lists = [], searched = [] }: AnyView) => [
  ...new Set<string>([...indexes, ...tallied, ...lists, ...(searched.length > 0 ? ['searched'] : [])]),
];

interface Version {
  readonly key: string;
  readonly since: string;
  until: string;
  /** The rest of it, as JSON: there may be millions. */
  readonly text: string;
}

/**
 * INV4: a view's table holds what the plainest of folds makes of the whole log, row by row: one event after the other, with nothing
 * stored in between but JSON.
 */
export class Replay {
  readonly #versions: Version[] = [];
  readonly #open = new Map<string, Open>();
  readonly #parked = new Set<string>();
  #head: bigint | undefined;

  constructor(private readonly view: AnyView) {}

  take({ event }: Kept): void {
    this.#head = event.position;
    if (this.#parked.has(event.stream)) return;
    try {
      this.fold(event);
    } catch {
      this.#parked.add(event.stream);
    }
  }

  /** How the table differs from this. Waits until it is there. */
  async wrong(url: string): Promise<readonly string[]> {
    const at = `view ${this.view.name}`;
    const table = await caughtUp(url, this.view, this.#head);
    if (table === undefined) return [`INV4: ${at} does not catch up`];
    const wanted = this.#versions.sort(inOrder).values();
    for await (const stored of rowsOf(url, versionsIn(table, this.view))) {
      const { value: version } = wanted.next();
      if (!version) return [`INV4: ${at} has ${String(stored['key'])}, a replay has not`];
      if (!isDeepStrictEqual({ ...stored }, whole(version)))
        return [`INV4: ${at} differs from a replay at ${version.key} since ${version.since}`];
    }
    const { value: left } = wanted.next();
    return left ? [`INV4: ${at} lacks ${left.key} since ${left.since}`] : [];
  }

  private fold(event: StoredEvent): void {
    // Which rows exactly is the view's own business.
    const view = this.view as ViewOf<object>;
    const source = sourceOf(view, event.stream);
    if (!source) return;
    const message = decode(source, { ...event, data: locate(event) });
    for (const { key, before, row } of foldedRows(view, message, event, (one) => this.#open.get(one)?.row)) {
      if (row !== before) this.replace(view, { key, row, since: String(event.position) });
    }
  }

  private replace(
    view: ViewOf<object>,
    { key, row, since }: { key: string; row: object | undefined; since: string },
  ): void {
    const before = this.#open.get(key);
    if (before) before.version.until = since;
    this.#open.delete(key);
    if (!row) return;
    const born = before?.born ?? since;
    const text = JSON.stringify({ born, ...ownerOf(view, row), ...fieldTexts(view, row), row });
    const version = { key, since, until: NOW, text };
    this.#open.set(key, { version, born, row: plain(row) });
    this.#versions.push(version);
  }
}

/** What is true of a key by now. */
interface Open {
  readonly version: Version;
  readonly born: string;
  readonly row: object;
}

const inOrder = (a: Version, b: Version): number =>
  a.key === b.key ? Number(a.since) - Number(b.since) : a.key < b.key ? -1 : 1;

const whole = ({ text, ...version }: Version): object => ({ ...version, ...(JSON.parse(text) as object) });

const versionsIn = (table: string, view: AnyView): string => {
  const columns = [COLUMNS, ...fieldsOf(view).map((field) => `"f_${field}"`)].join(', ');
  return `SELECT ${columns}, '${NOW}'::bigint AS until FROM ${table}
          UNION ALL SELECT ${columns}, until FROM ${table}_past ORDER BY key, since`;
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

const plain = (row: object): object => JSON.parse(JSON.stringify(row)) as object;

const ownerOf = ({ owner }: ViewOf<object>, row: object) => {
  if (owner === 'directory') return { territory: '', orgs: [], directory: true };
  const { territory, orgs } = owner(row);
  return { territory, orgs, directory: false };
};

/** As JSON has them: what is no text is written as JSON, what is not there is null. */
const fieldTexts = (view: ViewOf<object>, row: object) => {
  const fields = plain(row) as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    fieldsOf(view).map((field) => [
      `f_${field}`,
      field === 'searched' ? searchedIn(view, fields) : textOf(fields[field]),
    ]),
  );
};

/** What words are looked for in, and what names are found by. */
const searchedIn = ({ searched = [], named = [] }: AnyView, fields: Readonly<Record<string, unknown>>): string =>
  [
    ...searched.map((field) => searchForm(textOf(fields[field]) ?? '')),
    ...named.flatMap((field) => initialsOf(textOf(fields[field]) ?? '')),
  ].join('\n');

const textOf = (value: unknown): string | null => {
  if (value === undefined || value === null) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
};
