import { without } from '#kernel';
import type { Looking, ViewRegistry, Views } from '#platform/views';
import { namedIn, withoutUnseen } from './seen-data.js';
import type { TimelineEntry } from './timeline-entry.js';

/** Where an event says why. */
const REASONS = [['reason'], ['data', 'reason']];

/** What looks up whom things are shown to. */
export interface Eyes {
  readonly views: Pick<Views, 'visible' | 'discloses'>;
  readonly registry: Pick<ViewRegistry, 'standing'>;
}

/** What it takes to know of an event who may read what it says. */
type Telling = Pick<TimelineEntry, 'id' | 'actor' | 'reason' | 'data'>;

/** Of these events, those whose reasons are not for the reader: a thing keeps them from most who see it, and somebody else gave them. */
const withoutReasons = async <E extends Telling>(
  entries: readonly E[],
  looking: Looking,
  views: Eyes['views'],
): Promise<readonly E[]> => {
  const things = [...new Set(entries.map(({ id }) => id))];
  const told = await Promise.all(things.map((id) => views.discloses(id, looking)));
  const closed = new Set(things.filter((_, at) => told[at] === false));
  const isClosed = ({ id, actor: { person } }: E) => closed.has(id) && person.id !== looking.actor.actorId;
  return closed.size === 0 ? entries : entries.map((entry) => (isClosed(entry) ? without(entry, REASONS) : entry));
};

/** Events without what the reader may not see of other things that they name, and without reasons that are not for them; in the same order. */
export const seenBy = async <E extends Telling>(
  entries: readonly E[],
  looking: Looking,
  { views, registry }: Eyes,
): Promise<readonly E[]> => {
  const { actor } = looking;
  const told = await withoutReasons(entries, looking, views);
  const named = told.flatMap(({ data }) => namedIn(data));
  const seen = await views.visible(named, { actor });
  // What no view stands for, such as an assignment, belongs to what it is part of.
  const hidden = new Set(registry.standing(named).filter((one) => !seen.has(one)));
  if (hidden.size === 0) return told;
  return told.map((entry) =>
    namedIn(entry.data).some((one) => hidden.has(one))
      ? { ...entry, data: withoutUnseen(entry.data, (one) => hidden.has(one)) }
      : entry,
  );
};
