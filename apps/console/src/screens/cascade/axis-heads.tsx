import { useTelling } from '../../words/use-telling';
import { useWords } from '../../words/use-words';
import type { Axis } from './axis';
import css from './cascade.module.css';

/** What stands above the columns: the axis says when it begins, and how long after that its lines are. */
export const AxisHeads = ({ axis }: { readonly axis: Axis | undefined }) => {
  const { t } = useWords();
  const telling = useTelling();
  const said = (line: number) =>
    line === 0 ? telling.clock(new Date(axis?.from ?? 0).toISOString()) : `+${telling.span(line)}`;
  return (
    <div role="row" className={css.heads} aria-rowindex={1}>
      <span role="columnheader">{t('cascade.who')}</span>
      <span role="columnheader">{t('cascade.acknowledged')}</span>
      <span role="columnheader">{t('cascade.passedOn')}</span>
      <span role="columnheader" className={css.axis} aria-label={t('cascade.axis')}>
        {axis?.lines.map((line) => (
          <span key={line} aria-hidden style={{ left: `${(line / axis.span) * 100}%` }}>
            {said(line)}
          </span>
        ))}
      </span>
      <span role="columnheader">{t('cascade.status')}</span>
    </div>
  );
};
