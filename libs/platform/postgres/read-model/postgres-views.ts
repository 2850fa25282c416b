import { isShown, maskFor } from '#access';
import { kindOf, without, type AnyView, type Id, type Text, type TerritoryPath, type ViewOf } from '#kernel';
import type { After } from '#platform/event-store';
import type { PersonalData } from '#platform/personal-data';
import {
  instantOf,
  positionOf,
  ViewNotReady,
  type Looking,
  type Narrowing,
  type Page,
  type Paging,
  type Tally,
  type TallyGroup,
  type Then,
  type Times,
  type ViewRegistry,
  type Views,
  type Visibility,
} from '#platform/views';
import { DatabaseError, type Pool, type QueryResultRow } from 'pg';
import { answered } from '../connect/answered.js';
import { NOWHERE } from './view-conditions.js';
import { cursorOf } from './view-cursor.js';
import { ViewQuery } from './view-query.js';

/** What reading rows needs. */
export interface ViewReading extends Times {
  readonly pool: Pool;
  readonly views: ViewRegistry;
  readonly visibility: Visibility;
  readonly personal: Pick<PersonalData, 'openFields'>;
}

type Version = Readonly<Record<'key' | 'position' | 'text', string>>;

type GroupRow = QueryResultRow &
  Omit<TallyGroup, 'total' | 'counts'> & { readonly total: string; readonly counts: readonly string[] };

/** Sealed personal fields carry this wherever they are kept. */
const SEALED = 'sealed:1:';

const UNDEFINED_TABLE = '42P01';
const isMissing = (error: unknown) => error instanceof DatabaseError && error.code === UNDEFINED_TABLE;

/** The same moment for another look. */
const asOfPosition = (position: bigint | undefined) => (position === undefined ? {} : { asOf: { position } });

const latest = (asked: readonly Then[]) => asked.reduce((last, { position: at }) => (at > last ? at : last), 0n);

/** Rows from PostgreSQL. What the actor may not see is left out by the statement itself. */
export class PostgresViews implements Views {
  constructor(private readonly parts: ViewReading) {}

  async get<Row extends object>(view: ViewOf<Row>, key: string, looking: Looking): Promise<Row | undefined> {
    return (await this.many(view, [key], looking)).get(key);
  }

  async many<Row extends object>(
    view: ViewOf<Row>,
    keys: readonly string[],
    looking: Looking,
  ): Promise<Map<string, Row>> {
    const query = await this.about(view, looking);
    const found = await this.ask<{ key: string; text: string }>(query, query.rows(keys));
    const rows = found.map(async ({ key, text }): Promise<[string, Row]> => [
      key,
      await this.open(view, text, looking),
    ]);
    return new Map(await Promise.all(rows));
  }

  async page<Row extends object>(view: ViewOf<Row>, paging: Paging<Row>, looking: Looking): Promise<Page<Row>> {
    const query = await this.about(view, looking);
    const found = await this.ask<{ born: string; key: string; text: string }>(query, query.page(paging));
    const edges = found.slice(0, paging.first).map(async ({ born, key, text }) => ({
      cursor: cursorOf(view.name, { born: BigInt(born), key }),
      node: await this.open(view, text, looking),
    }));
    return { edges: await Promise.all(edges), hasNextPage: found.length > paging.first };
  }

  async count<Row extends object>(view: ViewOf<Row>, narrowing: Narrowing<Row>, looking: Looking): Promise<number> {
    const query = await this.about(view, looking);
    const [counted] = await this.ask<{ total: string }>(query, query.count(narrowing));
    return Number(counted?.total);
  }

  async tally<Row extends object>(
    view: ViewOf<Row>,
    tally: Tally<Row>,
    looking: Looking,
  ): Promise<readonly TallyGroup[]> {
    const query = await this.about(view, looking);
    const groups = await this.ask<GroupRow>(query, query.tally(tally));
    return groups.map(({ value, total, counts }) => ({
      value,
      total: Number(total),
      counts: Object.fromEntries(
        [...tally.count, ...Object.keys(tally.during ?? {})].map((name, n) => [name, Number(counts[n])]),
      ),
    }));
  }

  instant({ asOf }: Looking): Promise<string> {
    return instantOf(asOf, this.parts);
  }

  async labels(ids: readonly Id[], looking: Looking): Promise<Map<Id, Text>> {
    const label = async (view: ViewOf<object>, ids: readonly Id[]) => {
      const rows = await this.many(view, ids, looking);
      return ids.flatMap((id): [Id, Text][] => {
        const row = rows.get(id);
        return row && view.subject ? [[id, view.subject.label(row)]] : [];
      });
    };
    const groups = [...this.parts.views.bySubject(ids)].map(([view, ids]) => label(view as ViewOf<object>, ids));
    return new Map((await Promise.all(groups)).flat());
  }

  async labelsThen(asked: readonly Then[], looking: Looking): Promise<readonly (Text | null)[]> {
    const each = [...this.parts.views.bySubject(asked.map(({ id }) => id))].map(async ([view, ids]) => {
      const theirs = asked.filter(({ id }) => ids.includes(id));
      await this.parts.visibility.folded(latest(theirs), view);
      const query = new ViewQuery(view, { actor: looking.actor }, undefined);
      const found = await this.ask<Version>(query, query.versions(theirs));
      const named = async ({ key, position, text }: Version): Promise<[string, Text | undefined]> => {
        return [`${key} ${position}`, view.subject?.label(await this.open(view as ViewOf<object>, text, looking))];
      };
      return Promise.all(found.map(named));
    });
    const names = new Map((await Promise.all(each)).flat());
    return asked.map(({ id, position }) => names.get(`${id} ${String(position)}`) ?? null);
  }

  async visible(ids: readonly Id[], looking: Looking): Promise<ReadonlySet<Id>> {
    const seen = async (view: AnyView, ids: readonly Id[]) => {
      const query = await this.about(view, looking);
      return this.ask<{ key: Id }>(query, query.keys(ids));
    };
    const groups = [...this.parts.views.bySubject(ids)].map(([view, ids]) => seen(view, ids));
    return new Set((await Promise.all(groups)).flat().map(({ key }) => key));
  }

  async discloses(id: Id, looking: Looking): Promise<boolean> {
    const view: ViewOf<object> | undefined = this.parts.views.subjectOf(kindOf(id));
    if (!view?.closed) return true;
    const query = await this.about(view, looking);
    const [found] = await this.ask<{ text: string }>(query, query.rows([id]));
    return found !== undefined && isShown(looking.actor, view.closed.to(JSON.parse(found.text) as object));
  }

  /** Waits for what the reader must be able to see, and fixes the moment to look at. */
  private async about(view: AnyView, looking: Looking): Promise<ViewQuery> {
    this.parts.views.require(view);
    if (looking.waitFor !== undefined) await this.parts.visibility.seen(looking.waitFor, view);
    const moment = await this.moment(looking);
    // A past moment answers the same for ever: not before the view has passed it.
    if (typeof moment === 'bigint') await this.parts.visibility.folded(moment, view);
    const within = view.owner === 'directory' ? '' : await this.subtree(looking, moment);
    return new ViewQuery(view, { actor: looking.actor, within }, moment);
  }

  /** The path of the territory to look within, as the view that stands for territories had it at the moment looked at. */
  private async subtree({ within, asOf: _, ...looking }: Looking, moment: After | undefined): Promise<TerritoryPath> {
    if (within === undefined) return '';
    const places: ViewOf<object> | undefined = this.parts.views.subjectOf(kindOf(within));
    const path = places?.subject?.path;
    if (!places || !path || moment === 'start') return NOWHERE;
    const place = await this.get(places, within, { ...looking, ...asOfPosition(moment) });
    return place ? path(place) : NOWHERE;
  }

  private async moment({ asOf }: Looking): Promise<After | undefined> {
    return asOf && positionOf(asOf, this.parts);
  }

  private async ask<Row extends QueryResultRow>(query: ViewQuery, sql: string): Promise<readonly Row[]> {
    const { pool, visibility } = this.parts;
    const run = () => answered(pool, () => pool.query<Row>(sql, query.values.all));
    const answer = await run().catch(async (error: unknown) => {
      if (!isMissing(error)) throw error;
      // The view is being built for the first time: half of it is never shown.
      await visibility.folded(0n, query.view);
      return run().catch((again: unknown) => {
        throw isMissing(again) ? new ViewNotReady(query.view.name, 'start', 'start') : again;
      });
    });
    return answer.rows;
  }

  /** The row as its fold made it, without what is closed to the reader, personal fields opened. */
  private async open<Row extends object>({ closed }: ViewOf<Row>, text: string, { actor }: Looking): Promise<Row> {
    // The view's own fold made it: it is a Row.
    const made = JSON.parse(text) as Row;
    const mask = maskFor(actor, closed, made);
    const row = mask.length > 0 ? without(made, mask) : made;
    return text.includes(SEALED) ? this.parts.personal.openFields(row) : row;
  }
}
