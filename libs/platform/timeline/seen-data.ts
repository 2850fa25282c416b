import { isAnyId, kindOf, type Id } from '#kernel';

type Entry = readonly [string, unknown];

const isGroup = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** People are named wherever they act or answer for something: what somebody may see of a thing includes who that was, by id. */
const isOfSomebody = (id: Id): boolean => kindOf(id) === 'person';

/** Everything that event data names, apart from people. */
export const namedIn = (data: unknown): readonly Id[] => {
  if (Array.isArray(data)) return data.flatMap(namedIn);
  if (isGroup(data)) return Object.values(data).flatMap(namedIn);
  return isAnyId(data) && !isOfSomebody(data) ? [data] : [];
};

/**
 * Event data as somebody reads it who may not see everything that it names. What they may not see is left out, and so is a group
 * of fields whose first id is such a thing: the group says something about it.
 */
export const withoutUnseen = (data: unknown, isUnseen: (id: Id) => boolean): unknown => {
  const isLeftOut = (value: unknown): boolean => {
    if (isAnyId(value)) return !isOfSomebody(value) && isUnseen(value);
    return isGroup(value) && isLeftOut(Object.values(value).find(isAnyId));
  };
  const kept = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.filter((one) => !isLeftOut(one)).map(kept);
    if (!isGroup(value)) return value;
    const entries = (Object.entries(value) as readonly Entry[]).filter(([, one]) => !isLeftOut(one));
    return Object.fromEntries(entries.map(([name, one]) => [name, kept(one)]));
  };
  return kept(data);
};
