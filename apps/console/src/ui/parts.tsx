import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useEffect, useMemo, useRef, type ReactNode, type RefObject } from 'react';

const PART = 20;
const USUAL_ROW = 48;
/** A list as short as this is drawn whole: what a browser finds or prints is all of it. */
const DRAWN_WHOLE = 200;

interface Props<Node> {
  readonly nodes: readonly Node[];
  readonly row: (node: Node) => ReactNode;
  readonly columns: number;
  /** Told which rows are drawn, when that changes. */
  readonly onNear?: (rows: readonly [from: number, to: number]) => void;
}

/** Rows in parts of twenty, of a long list only those near what is seen; room is left for the rest. */
export const Parts = <Node,>(props: Props<Node>) => {
  const { nodes } = props;
  const parts = useMemo(
    () => Array.from({ length: Math.ceil(nodes.length / PART) }, (_, at) => nodes.slice(at * PART, (at + 1) * PART)),
    [nodes],
  );
  if (nodes.length > DRAWN_WHOLE) return <Near {...props} parts={parts} />;
  return parts.map((part, index) => <Part key={index} part={part} row={props.row} />);
};

interface PartProps<Node> extends Pick<Props<Node>, 'row'> {
  readonly part: readonly Node[];
  readonly index?: number;
  readonly measure?: (body: HTMLElement | null) => void;
}

/** Drawn again only when its own rows are others. */
const Part = memo(<Node,>({ part, row, index, measure }: PartProps<Node>) => (
  <tbody ref={measure} data-index={index}>
    {part.map((node) => row(node))}
  </tbody>
)) as <Node>(props: PartProps<Node>) => ReactNode;

/** Before anything is drawn. */
const NOWHERE = { index: 0, start: 0, end: 0 };

interface NearProps<Node> extends Props<Node> {
  readonly parts: readonly (readonly Node[])[];
}

const Near = <Node,>({ parts, row, columns, onNear }: NearProps<Node>) => {
  const top = useRef<HTMLTableSectionElement>(null);
  const virtual = useVirtualizer<HTMLElement, HTMLElement>({
    count: parts.length,
    getScrollElement: () => top.current?.closest('main') ?? null,
    estimateSize: () => PART * USUAL_ROW,
    overscan: 1,
  });
  const drawn = virtual.getVirtualItems();
  const [first = NOWHERE, last = NOWHERE] = [drawn[0], drawn.at(-1)];
  const [from, to] = [first.index * PART, (last.index + 1) * PART];
  useEffect(() => onNear?.([from, to]), [from, to, onNear]);
  return (
    <>
      <Room place={top} height={first.start} columns={columns} />
      {drawn.map(({ index }) => (
        <Part key={index} part={parts[index] ?? []} row={row} index={index} measure={virtual.measureElement} />
      ))}
      <Room height={virtual.getTotalSize() - last.end} columns={columns} />
    </>
  );
};

interface RoomProps {
  readonly height: number;
  readonly columns: number;
  readonly place?: RefObject<HTMLTableSectionElement | null>;
}

/** Where rows would be that are far away. */
const Room = ({ height, columns, place }: RoomProps) => (
  <tbody ref={place} aria-hidden>
    <tr>
      <td colSpan={columns} style={{ height, padding: 0, border: 0 }} />
    </tr>
  </tbody>
);
