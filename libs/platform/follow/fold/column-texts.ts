import { columnsOf, SEARCHED, type AnyView } from '#kernel';
import { initialsOf, searchForm } from '#text';

/**
 * The fields that a view is looked up by, as texts: what is no text is JSON, what is not there is null. What words are looked for in
 * stands together, one field a line, as it is found.
 */
export const columnTexts = (view: AnyView, row: object): readonly (string | null)[] => {
  const fields = row as Readonly<Record<string, unknown>>;
  return columnsOf(view).map((field) => (field === SEARCHED ? searchedText(view, fields) : textOf(fields[field])));
};

const searchedText = ({ searched = [], named = [] }: AnyView, fields: Readonly<Record<string, unknown>>): string => {
  const text = (field: string) => textOf(fields[field]) ?? '';
  return [
    ...searched.map((field) => searchForm(text(field))),
    ...named.flatMap((field) => initialsOf(text(field))),
  ].join('\n');
};

const textOf = (value: unknown): string | null => {
  if (value === undefined || value === null) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
};
