/** What stands behind the `?` of an address, as it came. */
export type Raw = Readonly<Record<string, unknown>>;

/** Reads it as plain text: no value is anything but a text, so none is written with quotes round it. */
export const readAddress = (search: string): Record<string, string> => Object.fromEntries(new URLSearchParams(search));

/** Writes it back, without what is not set. */
export const writeAddress = (search: Raw): string => {
  const set = Object.entries(search).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const text = new URLSearchParams(set).toString();
  return text === '' ? '' : `?${text}`;
};

/** A text that is set. */
export const textIn = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** One of the words that are known. */
export const oneOf = <Word extends string>(value: unknown, known: readonly Word[]): Word | undefined =>
  known.find((word) => word === value);

/** A moment. */
export const instantIn = (value: unknown): string | undefined => {
  const text = textIn(value);
  return text === undefined || Number.isNaN(Date.parse(text)) ? undefined : text;
};

/** A number from 1 on, as text. */
export const countIn = (value: unknown): string | undefined => {
  const text = textIn(value);
  return text !== undefined && /^[1-9]\d{0,5}$/.test(text) ? text : undefined;
};
