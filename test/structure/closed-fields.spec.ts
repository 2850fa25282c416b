import { columnsOf, foldedRows, idOf, without, type AnyView, type Catalogue } from '#kernel';
import { aHappening, eventsLike } from '#kernel/testing';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CONTEXTS } from '../../apps/api/contexts.js';

const views: readonly AnyView[] = CONTEXTS.flatMap((context) => context.views);
/** Rows that are shown to whoever has a role, or to all of a place or a body as entries of who there is. */
const shownToMany = views.filter(({ owner, register }) => owner === 'directory' || register);
/** What everybody is called by stands in their own entry, and accounts are shown to administrators alone. */
const OPEN: Readonly<Record<string, readonly string[]>> = { person_card: ['name', 'nameEn'], account_card: ['reason'] };
const SEALED = 'sealed:1:';

/** Rows of a view after many made-up events of one thing. */
const rowsOf = (view: AnyView): readonly object[] => {
  const rows = new Map<string, object>();
  const made: object[] = [];
  view.of.forEach((catalogue: Catalogue) => {
    const events = fc.sample(eventsLike(catalogue), { numRuns: 400, seed: 1 });
    events.forEach((event, at) => {
      const one = {
        ...event,
        data: { ...(event.data as object), ...('number' in (event.data as object) && { number: 1 }) },
      };
      const stream = idOf(catalogue.kind, '00000000-0000-4000-8000-000000000001');
      for (const { key, row } of foldedRows(view, one, aHappening(stream, at), (name) => rows.get(name))) {
        if (!row) continue;
        rows.set(key, row as object);
        made.push(row as object);
      }
    });
  });
  return made;
};

const open = (view: AnyView, row: object): object =>
  without(row, [...(view.closed?.fields ?? []), ...(OPEN[view.name] ?? []).map((field) => [field])]);

/** SD7, trust.md 5.4: what says something about people is not shown to all who see the row that it stands in. */
describe('a sealed field of what many see', () => {
  it.each(shownToMany.map((view) => [view.name, view] as const))('is closed to most of them: %s', (_, view) => {
    const rows = rowsOf(view);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter((row) => JSON.stringify(open(view, row)).includes(SEALED)).slice(0, 1)).toEqual([]);
    if ((view.closed?.fields ?? []).length > 0) expect(JSON.stringify(rows)).toContain(SEALED);
  });

  it('is missed where it is not: planted in a row that is shown to many', () => {
    const granted = views.find(({ name }) => name === 'granted');
    if (!granted) throw new Error('there is no view of grants');
    const { closed: _, ...bare } = granted;
    expect(rowsOf(bare).some((row) => JSON.stringify(open(bare, row)).includes(SEALED))).toBe(true);
  });

  it('closes the reasons in the history of whatever stands in a directory', () => {
    const subjects = shownToMany.filter(
      ({ name, subject }) => subject !== undefined && subject.kind === undefined && !OPEN[name]?.includes('reason'),
    );
    expect(subjects.filter(({ closed }) => closed === undefined).map(({ name }) => name)).toEqual([]);
    expect(subjects.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['grants_card', 'person_card', 'organisation_card', 'territory_card']),
    );
  });

  it('is nothing that lists are filtered, searched or counted by', () => {
    for (const view of views)
      expect(columnsOf(view).filter((column) => view.closed?.fields.some(([field]) => field === column))).toEqual([]);
  });
});
