import { PARTIES, type Party } from '../../ui/marks';
import { Quad } from '../../ui/quad';
import { Status, type StatusKind } from '../../ui/status';
import text from '../../ui/text.module.css';
import { useTelling } from '../../words/use-telling';
import { useWords } from '../../words/use-words';
import css from './gap-list.module.css';
import type { GapKind } from './gaps';
import { isHole, markOf, marksOf } from './points';
import type { Gap, Point } from './query';

const STATUS: Readonly<Record<GapKind, StatusKind>> = {
  orphanStep: 'unowned',
  noHolder: 'unowned',
  holderInactive: 'partial',
};

interface Props {
  readonly gaps: readonly Gap[];
  readonly points: readonly Point[];
  readonly asOf: string | undefined;
  readonly onOpen: (dutyId: string, party: Party) => void;
}

/** What nobody answers for, the worst first; each leads to its cell. */
export const GapList = ({ gaps, points, asOf, onOpen }: Props) => {
  const { t } = useWords();
  const unowned = gaps.filter(({ kind }) => STATUS[kind] === 'unowned').length;
  return (
    <aside className={css.gaps} aria-label={t('gaps.title')}>
      <header className={css.head}>
        <h2>{t('gaps.title')}</h2>
        <p className={text.note} aria-live="polite">
          {gaps.length > 0 && t('gaps.count', { count: gaps.length, unowned })}
        </p>
      </header>
      {gaps.length === 0 && <p className={css.none}>{t('gaps.none')}</p>}
      <ul>
        {gaps.map((gap) => (
          <GapItem key={gap.id} gap={gap} point={points.find(({ id }) => id === gap.id)} {...{ asOf, onOpen }} />
        ))}
      </ul>
    </aside>
  );
};

interface ItemProps extends Pick<Props, 'asOf' | 'onOpen'> {
  readonly gap: Gap;
  readonly point: Point | undefined;
}

const firstHole = (point: Point): Party | undefined => PARTIES.find((party) => isHole(markOf(point[party])));

const GapItem = ({ gap, point, asOf, onOpen }: ItemProps) => {
  const { t } = useWords();
  const telling = useTelling(asOf);
  const party = (point && firstHole(point)) ?? gap.parties[0] ?? 'unit';
  const place = gap.place ?? gap.territory.label;
  return (
    <li className={css.item}>
      <button type="button" className={css.gap} onClick={() => onOpen(gap.id, party)}>
        <span className={css.kind}>
          <Status kind={STATUS[gap.kind]}>{t(`gap.${gap.kind}`)}</Status>
          <span className={css.age}>
            {point && <Quad marks={marksOf(point)} size={13} />}
            {telling.since(gap.detectedAt)}
          </span>
        </span>
        <span className={css.what}>{gap.step}</span>
        <span className={css.where}>
          {place} · {t('gaps.rule', { rule: gap.rule })}
        </span>
        <span className={css.why}>{gap.evidence}</span>
        <span className={css.way}>
          <span aria-hidden>→ </span>
          {t(`gap.way.${gap.suggestion.action}`, { who: gap.suggestion.by.label ?? '' })}
        </span>
      </button>
    </li>
  );
};
