import { useWords } from '../../words/use-words';
import css from './grid.module.css';
import { isWhole, type Order } from './points';
import type { Point } from './query';

interface Props {
  readonly points: readonly Point[];
  readonly by: Order;
}

/** What the rows of a group have in common, how many they are, and how many of these are whole. */
export const GroupHead = ({ points, by }: Props) => {
  const { t } = useWords();
  const [first] = points;
  const count = t('matrix.count', { count: points.length });
  return (
    <>
      <span className={css.place}>{by === 'place' ? first?.place : first?.[by]}</span>
      {by === 'place' && <span>{first?.matter}</span>}
      {by === 'place' && <span className={css.territory}>{first?.territory.label}</span>}
      <span className={css.counts}>{`${count} · ${t('matrix.whole', { n: points.filter(isWhole).length })}`}</span>
    </>
  );
};
