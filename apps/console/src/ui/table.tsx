import type { ReactNode } from 'react';
import css from './table.module.css';

interface Props {
  readonly label: string;
  readonly columns: readonly string[];
  readonly children: ReactNode;
}

/** Rows divided by hairlines; what stands above the columns recedes. */
export const Table = ({ label, columns, children }: Props) => (
  <table className={css.table} aria-label={label}>
    <thead>
      <tr>
        {columns.map((column) => (
          <th key={column} scope="col">
            {column}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>{children}</tbody>
  </table>
);
