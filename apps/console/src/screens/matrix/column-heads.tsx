import { classes } from '../../ui/classes';
import { PARTIES, type Mark, type Party } from '../../ui/marks';
import { SHAPES } from '../../ui/status';
import text from '../../ui/text.module.css';
import { useWords } from '../../words/use-words';
import css from './grid.module.css';
import { markOf, type WithCells } from './points';

const count = (points: readonly WithCells[], party: Party, mark: Mark): number =>
  points.filter((point) => markOf(point[party]) === mark).length;

/** The four parties, each with how often nobody holds for it, or not wholly. */
export const ColumnHeads = ({ points }: { readonly points: readonly WithCells[] }) => {
  const { t } = useWords();
  return (
    <div role="row" className={css.heads} aria-rowindex={1}>
      <div role="columnheader" className={css.columnHead}>
        {t('matrix.point')}
      </div>
      {PARTIES.map((party) => (
        <div role="columnheader" className={css.columnHead} key={party}>
          {t(`party.${party}`)}
          <Count mark="none" n={count(points, party, 'none')} />
          <Count mark="part" n={count(points, party, 'part')} />
        </div>
      ))}
    </div>
  );
};

const SIGNS = { none: SHAPES.unowned, part: SHAPES.partial } as const;

const Count = ({ mark, n }: { readonly mark: 'none' | 'part'; readonly n: number }) => {
  const { t } = useWords();
  if (n === 0) return null;
  return (
    <span className={classes(css.count, css[`${mark}Count`])}>
      <span aria-hidden>{SIGNS[mark]}</span>
      <span className={text.heard}>{t(`mark.${mark}`)}</span> {n}
    </span>
  );
};
