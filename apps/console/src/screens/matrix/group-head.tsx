import css from './grid.module.css';
import type { Order } from './points';
import type { Point } from './query';

interface Props {
  readonly first: Point | undefined;
  readonly by: Order;
}

/** What the rows of a group have in common. */
export const GroupHead = ({ first, by }: Props) => {
  if (by !== 'place') return <span className={css.place}>{first?.[by]}</span>;
  return (
    <>
      <span className={css.place}>{first?.place}</span>
      <span>{first?.matter}</span>
      <span className={css.territory}>{first?.territory.label}</span>
    </>
  );
};
