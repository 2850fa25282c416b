import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { Button } from '../../ui/button';
import { type Party } from '../../ui/marks';
import { Quad } from '../../ui/quad';
import { useWords } from '../../words/use-words';
import { ActsOfCell } from './acts/acts-of-cell';
import { CellFacts } from './cell-facts';
import css from './panel.module.css';
import { marksOf } from './points';
import type { Point } from './query';

interface Props {
  readonly point: Point;
  readonly party: Party;
  readonly asOf: string | undefined;
  /** How often somebody asked to name who holds here, since it is open: each time, the form of it is. */
  readonly assigning: number;
  readonly onClose: () => void;
}

/** What is known of one cell, in the place of the gap list: it never covers the cell. */
export const Panel = ({ point, party, asOf, assigning, onClose }: Props) => {
  const { t } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [point.id, party]);
  return (
    <section className={css.panel} aria-label={point.step}>
      <Button kind="text" small onClick={onClose}>
        ← {t('gaps.title')} <kbd>Esc</kbd>
      </Button>
      <p className={css.where}>
        <Quad marks={marksOf(point)} size={15} />
        {point.place ?? point.territory.label}
      </p>
      <h2 ref={heading} tabIndex={-1} className={css.title}>
        {t(`party.${party}`)} · {point.step}
      </h2>
      <p className={css.standard}>{point.standard}</p>
      <CellFacts cell={point[party]} point={point} />
      {asOf === undefined ? (
        <ActsOfCell
          key={`${point.id} ${party} ${String(assigning)}`}
          {...{ id: point.id, party }}
          begin={assigning > 0 ? 'assignParty' : undefined}
        />
      ) : (
        <p>{t('top.asOf.why')}</p>
      )}
      <p className={css.history}>
        <Link to="/history/$id" params={{ id: point.id }}>
          {t('history.open')}
        </Link>
      </p>
    </section>
  );
};
