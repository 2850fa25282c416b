import { ROLES, type AnyDecider } from '#kernel';

type Row = Readonly<Record<string, string>>;

/** A table of commands in a README, from its heading on. */
interface Table {
  readonly text: string;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

const cellsOf = (line: string): readonly string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

/** The table of a README that says who asks for which command. */
const tableIn = (markdown: string): Table => {
  const table = /^(?=.*\| command \|)(?=.*\| asked by \|).*\n(?:\|.*\n)+/m.exec(markdown)?.[0] ?? '';
  const [head = '', , ...lines] = table.trimEnd().split('\n');
  const columns = cellsOf(head);
  const rows = lines.map((line) =>
    Object.fromEntries(cellsOf(line).map((cell, index) => [columns[index] ?? '', cell])),
  );
  return { text: table, columns, rows };
};

const named = (cell = ''): readonly string[] => [...cell.matchAll(/`(\w+)`/g)].map(([, name = '']) => name);

const askers = (deciders: readonly AnyDecider[], command: string): string => {
  const declared = deciders.map(({ commands }) => commands.declared[command]).find((one) => one !== undefined);
  return (declared?.who ?? []).map((role) => ROLES[role].en).join(', ');
};

/** What lets somebody through apart from their role and the stage, as the bars of a command say it. */
const barred = (deciders: readonly AnyDecider[], command: string): string => {
  const bars = deciders.map((decider) => decider.bars?.[command]).find((one) => one !== undefined);
  return (bars?.each ?? [])
    .filter(({ kind }) => kind !== 'stage')
    .map(({ says }) => says.en)
    .join('; ');
};

/** Commands stand in one row as long as the same people ask for them, and the same stands in their way. */
const rowsOf = (row: Row, deciders: readonly AnyDecider[], columns: readonly string[]): readonly Row[] => {
  const by = new Map<string, { readonly who: string; readonly only: string; readonly commands: readonly string[] }>();
  for (const command of named(row['command'])) {
    const who = askers(deciders, command);
    const only = columns.includes('only') ? barred(deciders, command) : '';
    const key = `${who} ${only}`;
    if (who !== '') by.set(key, { who, only, commands: [...(by.get(key)?.commands ?? []), command] });
  }
  return [...by.values()].map(({ who, only, commands }) => ({
    ...row,
    command: commands.map((command) => `\`${command}\``).join(', '),
    'asked by': who,
    only,
  }));
};

/** The README with its table as the declarations have it: what people wrote beside a command stays, a new command gets a row. */
export const withCommands = (markdown: string, deciders: readonly AnyDecider[]): string => {
  const { text, columns, rows } = tableIn(markdown);
  const listed = new Set(rows.flatMap((row) => named(row['command'])));
  const added = deciders
    .flatMap(({ commands }) => Object.keys(commands.declared))
    .filter((command) => !listed.has(command))
    .map((command): Row => ({ command: `\`${command}\`` }));
  const all = [...rows, ...added].flatMap((row) => rowsOf(row, deciders, columns));
  const line = (cells: readonly string[]) => `|${cells.map((cell) => (cell === '' ? ' ' : ` ${cell} `)).join('|')}|\n`;
  const written = [
    line(columns),
    line(columns.map(() => '---')),
    ...all.map((row) => line(columns.map((column) => row[column] ?? ''))),
  ];
  return markdown.replace(text, () => written.join(''));
};

/** The facts that a README's table names. */
export const factsIn = (markdown: string): readonly string[] => [
  ...new Set(tableIn(markdown).rows.flatMap((row) => named(row['facts']))),
];
