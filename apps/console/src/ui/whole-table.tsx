import type { ComponentProps, ReactNode } from 'react';
import { Parts } from './parts';
import { Table } from './table';

interface Props<Node> extends Pick<ComponentProps<typeof Table>, 'label' | 'columns'> {
  readonly nodes: readonly Node[];
  readonly row: (node: Node) => ReactNode;
}

/** A list that has been read whole, as a table: of a long one, only what is near is drawn. */
export const WholeTable = <Node,>({ label, columns, nodes, row }: Props<Node>) => (
  <Table label={label} columns={columns} inParts>
    <Parts nodes={nodes} row={row} columns={columns.length} />
  </Table>
);
