import { Link } from '@tanstack/react-router';
import { useMay } from '../../api/use-may';
import { Segmented } from '../../ui/segmented';
import { useWords } from '../../words/use-words';
import css from './matrix.module.css';
import { isWhole, ORDERS, type Order, type WithCells } from './points';

interface Props {
  readonly points: readonly WithCells[];
  /** How many there are; unknown when there are very many. */
  readonly total: number | null;
  readonly only: 'gaps' | undefined;
  readonly by: Order;
  /** Puts a part of what is shown into the address. */
  readonly onAsk: (part: { readonly only?: 'gaps' | undefined; readonly by?: Order | undefined }) => void;
}

/** How many duty points there are and how many of these are whole; and which of them are shown. */
export const Head = ({ points, total, only, by, onAsk }: Props) => {
  const { t } = useWords();
  const may = useMay('defineDutyPoint');
  const said = [
    t('matrix.count', { count: total ?? points.length }),
    t('matrix.whole', { n: points.filter(isWhole).length }),
    ...(points.length === total ? [] : [t('matrix.shown', { n: points.length })]),
  ];
  return (
    <header className={css.head}>
      <h1>{t('matrix.title')}</h1>
      <p className={css.note}>{said.join(' · ')}</p>
      <Segmented
        label={t('matrix.which')}
        value={only ?? 'all'}
        options={(['all', 'gaps'] as const).map((value) => ({ value, label: t(`matrix.which.${value}`) }))}
        onChange={(value) => onAsk({ only: value === 'gaps' ? 'gaps' : undefined })}
      />
      <Segmented
        label={t('matrix.by')}
        value={by}
        options={ORDERS.map((value) => ({ value, label: t(`matrix.by.${value}`) }))}
        onChange={(value) => onAsk({ by: value === 'place' ? undefined : value })}
      />
      {may('defineDutyPoint')?.allowed && <Link to="/matrix/new">{t('duties.new')}</Link>}
    </header>
  );
};
