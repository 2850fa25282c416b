/** A stream's name and its id: `finding-6f1c…`. The kind is lowerCamel and never holds a dash. */
export type Id<K extends string = string> = `${K}-${string}`;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The kind of thing an id names: everything before its first dash. */
export const kindOf = (id: Id): string => id.slice(0, id.indexOf('-'));

/** The id of a thing of this kind, from its UUID. */
export const idOf = <K extends string>(kind: K, uuid: string): Id<K> => `${kind}-${uuid}`;

/** The UUID inside an id. */
export const uuidOf = (id: Id): string => id.slice(id.indexOf('-') + 1);

/** Whether a value from outside is an id of this kind: the kind, a dash, a lower-case UUID. */
export const isId = <K extends string>(kind: K, value: unknown): value is Id<K> =>
  typeof value === 'string' && value.startsWith(`${kind}-`) && UUID.test(value.slice(kind.length + 1));

/** Whether a value is the id of a thing of any kind. */
export const isAnyId = (value: unknown): value is Id =>
  typeof value === 'string' && /^[a-z][A-Za-z0-9]*-/.test(value) && UUID.test(value.slice(value.indexOf('-') + 1));
