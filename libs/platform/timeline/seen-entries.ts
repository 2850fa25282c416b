import type { Actor } from '#access';
import type { ViewRegistry, Views } from '#platform/views';
import { namedIn, withoutUnseen } from './seen-data.js';

/** What looks up whom things are shown to. */
export interface Eyes {
  readonly views: Pick<Views, 'visible'>;
  readonly registry: Pick<ViewRegistry, 'standing'>;
}

/** Events without what the reader may not see of other things that they name; in the same order. */
export const seenBy = async <E extends { readonly data: unknown }>(
  entries: readonly E[],
  actor: Actor,
  { views, registry }: Eyes,
): Promise<readonly E[]> => {
  const named = entries.flatMap(({ data }) => namedIn(data));
  const seen = await views.visible(named, { actor });
  // What no view stands for, such as an assignment, belongs to what it is part of.
  const hidden = new Set(registry.standing(named).filter((one) => !seen.has(one)));
  if (hidden.size === 0) return entries;
  return entries.map((entry) =>
    namedIn(entry.data).some((one) => hidden.has(one))
      ? { ...entry, data: withoutUnseen(entry.data, (one) => hidden.has(one)) }
      : entry,
  );
};
