import type { ReactNode } from 'react';
import { classes } from './classes';
import css from './table.module.css';

interface Props {
  readonly label: string;
  readonly columns: readonly string[];
  readonly children: ReactNode;
  /** How wide each column is, where rows come and go: without, they would move with them. */
  readonly widths?: readonly string[] | undefined;
  /** Whether the rows come in parts of their own. */
  readonly inParts?: true;
}

/** Rows divided by hairlines; what stands above the columns recedes. */
export const Table = ({ label, columns, children, widths, inParts }: Props) => (
  <table className={classes(css.table, widths && css.fixed)} aria-label={label}>
    {widths && (
      <colgroup>
        {widths.map((width, at) => (
          <col key={at} style={{ width }} />
        ))}
      </colgroup>
    )}
    <thead>
      <tr>
        {columns.map((column) => (
          <th key={column} scope="col">
            {column}
          </th>
        ))}
      </tr>
    </thead>
    {inParts ? children : <tbody>{children}</tbody>}
  </table>
);
