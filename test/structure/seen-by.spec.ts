import { histories, rowsAfter, type Caused } from '#kernel/testing';
import { evolve, type AnyView, type DataOf, type Foldable, type Id, type SeenBy } from '#kernel';
import type { DirectiveState } from '#contexts/directives';
import { leadOf, type DutyPoint, type DutyPointEvent } from '#contexts/duties';
import type { PersonEvent, PersonState } from '#contexts/parties';
import { ViewRegistry } from '#platform/views';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { STREAMS_OF_ALL, VIEWS_OF_ALL } from '../../apps/api/contexts.js';

const views = new ViewRegistry(VIEWS_OF_ALL);

/** Whose a thing is, in a form that compares: the order of organisations says nothing. */
const comparable = (seenBy: SeenBy | undefined) =>
  typeof seenBy === 'object' ? { ...seenBy, orgs: [...new Set(seenBy.orgs)].sort() } : seenBy;

/** What no decision lets happen at a state; every other order of events is tried. */
const CANNOT: Readonly<Record<string, ((state: never, data: never) => boolean) | undefined>> = {
  PostHeld: (state: PersonState, { postId }: DataOf<PersonEvent, 'PostHeld'>) =>
    state.is === 'registered' && state.appointments.some((held) => held.postId === postId && held.to === undefined),
  DraftEdited: ({ is }: DirectiveState) => is === 'issued',
  SignOffRequested: ({ is }: DirectiveState) => is === 'issued',
  DirectiveIssued: ({ is }: DirectiveState) => is === 'issued',
  PartyAssigned: (state: DutyPoint, { assignmentId, party, capacity }: DataOf<DutyPointEvent, 'PartyAssigned'>) =>
    state.is === 'defined' &&
    (state.assignments.some((one) => one.assignmentId === assignmentId) ||
      (capacity === 'lead' && leadOf(state, party) !== undefined)),
};

const possible = (of: Foldable<unknown>, history: readonly Caused[]): readonly Caused[] => {
  let state = of.initial;
  return history.filter(({ event, act }) => {
    const no = CANNOT[event.type]?.(state as never, event.data as never) ?? false;
    if (!no) state = evolve(of, state, event, act);
    return !no;
  });
};

const byTheState = (of: Foldable<unknown>, history: readonly Caused[]) =>
  comparable(of.seenBy(history.reduce((state, { event, act }) => evolve(of, state, event, act), of.initial)));

const byTheView = (view: AnyView, stream: Id, history: readonly Caused[]) => {
  const events = history.map(({ event, act }) => ({ ...event, at: { orgId: undefined, ...act } }));
  const row = rowsAfter(view as never, stream, ...(events as never[])).get(stream);
  const owner =
    view.owner === 'directory' ? ('everybody' as const) : (row: object) => (view.owner as (row: object) => SeenBy)(row);
  return comparable(row && (typeof owner === 'string' ? owner : owner(row)));
};

describe('who may see a stream', () => {
  it.each([...STREAMS_OF_ALL])('is the same to decisions as to views, whatever happened: %s', (kind, of) => {
    const view = views.subjectOf(kind);
    expect(view).toBeDefined();
    if (!view) return;
    const stream: Id = `${kind}-00000000-0000-4000-8000-00000000000a`;
    expect(of.seenBy(of.initial)).toBeUndefined();
    fc.assert(
      fc.property(histories(of.events), (made) => {
        const history = possible(of, made);
        expect(byTheState(of, history)).toEqual(byTheView(view, stream, history));
      }),
      { numRuns: 200 },
    );
  });
});
