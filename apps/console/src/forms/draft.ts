/** What was entered so far, by the names of the fields. */
export interface Draft {
  readonly [name: string]: Entered | undefined;
}
/** What stands for a file that has not come whole: nothing is sent as long as there is one. */
export const ON_ITS_WAY = '';
export type Entered = string | boolean | readonly string[] | readonly Draft[] | Draft;

export const textIn = (value: Entered | undefined): string => (typeof value === 'string' ? value : '');

export const textsIn = (value: Entered | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter((one: unknown) => typeof one === 'string') : [];

export const draftsIn = (value: Entered | undefined): readonly Draft[] =>
  Array.isArray(value) ? value.filter(isDraft) : [];

const isDraft = (value: unknown): value is Draft =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What was entered in a field that is made of others, once. */
export const draftIn = (value: Entered | undefined): Draft => (isDraft(value) ? value : {});

/** A moment as people here write it, by the clock of China; one that was told by a record is left as it is. */
export const instantOf = (text: string): string =>
  text.endsWith('Z') ? text : new Date(`${text}+08:00`).toISOString();

/** The same, the other way round: how a moment stands in a field. */
export const asEntered = (at: string): string =>
  new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 'yyyy-mm-ddThh:mm'.length);

const isEmpty = (value: Entered | undefined): boolean =>
  value === undefined ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (isDraft(value) && Object.values(value).every(isEmpty));

const listOf = ({ isRequired, parts }: InputField, value: Entered | undefined): unknown => {
  if (parts) return draftsIn(value).map((draft) => inputOf(parts, draft));
  return isRequired || !isEmpty(value) ? textsIn(value) : undefined;
};

const oneOf = ({ type, isRequired, parts }: InputField, value: Entered | undefined): unknown => {
  if (type === 'Boolean' && isRequired) return value === true;
  if (isEmpty(value)) return undefined;
  if (parts) return inputOf(parts, draftIn(value));
  if (type === 'Int') return Number(value);
  return type === 'DateTime' ? instantOf(textIn(value)) : value;
};

const valueOf = (field: InputField, value: Entered | undefined): unknown =>
  field.isList ? listOf(field, value) : oneOf(field, value);

/** What is sent of it: nothing of a field that was left empty. */
export const inputOf = (fields: readonly InputField[], draft: Draft): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    fields
      .map((field) => [field.name, valueOf(field, draft[field.name])] as const)
      .filter(([, value]) => value !== undefined),
  );

const missingOfParts = (parts: readonly InputField[], value: Entered | undefined): readonly string[] =>
  Array.isArray(value)
    ? draftsIn(value).flatMap((draft, at) => missingIn(parts, draft).map((path) => `${String(at)}.${path}`))
    : missingIn(parts, draftIn(value));

const missingOf = (field: InputField, value: Entered | undefined): readonly string[] => {
  const { name, type, isList, isRequired, parts } = field;
  if (parts && !isEmpty(value)) return missingOfParts(parts, value).map((path) => `${name}.${path}`);
  if (isList) return textsIn(value).includes(ON_ITS_WAY) ? [name] : [];
  return isRequired && type !== 'Boolean' && isEmpty(value) ? [name] : [];
};

/** The ways to the fields that have to be filled and are not, or whose files are still on their way. What else has to be in a list is for the rules to say. */
export const missingIn = (fields: readonly InputField[], draft: Draft): readonly string[] =>
  fields.flatMap((field) => missingOf(field, draft[field.name]));
