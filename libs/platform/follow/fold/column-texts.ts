import { columnsOf, type AnyView } from '#kernel';

/** The fields that a view is looked up by, as texts: what is no text is JSON, what is not there is null. */
export const columnTexts = (view: AnyView, row: object): readonly (string | null)[] => {
  const fields = row as Readonly<Record<string, unknown>>;
  return columnsOf(view).map((field) => textOf(fields[field]));
};

const textOf = (value: unknown): string | null => {
  if (value === undefined || value === null) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
};
