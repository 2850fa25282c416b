import Table from 'cli-table3';

/** How results are printed: a table for people, tab-separated lines for a pipe, or JSON for whoever asked for it. */
export interface Output {
  readonly isJson: boolean;
}

type Cell = string | number | bigint | boolean | undefined;
type Row = Readonly<Record<string, Cell>>;

/** Prints rows on standard output, with the columns of all of them. Chinese counts two places in a table. */
export const printRows = (rows: readonly Row[], { isJson }: Output): void => {
  if (isJson) {
    console.log(JSON.stringify(rows, (_, value: unknown) => jsonValue(value), 2));
    return;
  }
  const head = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cells = rows.map((row) => head.map((name) => String(row[name] ?? '')));
  if (process.stdout.isTTY) {
    console.log(asTable(head, cells));
    return;
  }
  for (const line of [head, ...cells]) console.log(line.join('\t'));
};

/** Positions are beyond what a JSON number can say. */
const jsonValue = (value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value);

const PLAIN = { head: [], border: [] };
const asTable = (head: readonly string[], cells: readonly string[][]): string => {
  const table = new Table({ head: [...head], style: PLAIN });
  table.push(...cells);
  return table.toString();
};
