import { Facts } from '../../ui/facts';
import { Status } from '../../ui/status';
import { useTelling } from '../../words/use-telling';
import { useWords } from '../../words/use-words';
import { markOf } from './points';
import type { Cell, Point } from './query';

interface Props {
  readonly cell: Cell;
  readonly point: Point;
}

/** Who holds, since when, and by which clause. */
export const CellFacts = ({ cell, point }: Props) => {
  const { t } = useWords();
  const { lead } = cell;
  const name = (ref: { readonly label: string | null } | null | undefined) => ref?.label;
  return (
    <>
      {markOf(cell) === 'none' && <Status kind="unowned">{t('matrix.nobody')}</Status>}
      <Facts
        facts={[
          [t('cell.organisation'), name(lead?.organisation)],
          [t('cell.person'), name(lead?.person)],
          [t('cell.post'), name(lead?.post)],
          ...useDates(cell),
          [t('cell.waived'), cell.waivedBecause],
          [t('cell.provisional'), name(cell.provisionalHolder)],
          ...useClause(point),
        ]}
      />
    </>
  );
};

const useDates = ({ lead, acceptedSince }: Cell): readonly (readonly [string, string])[] => {
  const { t } = useWords();
  const telling = useTelling();
  const at = (moment: string | null | undefined) => (moment ? telling.moment(moment) : '');
  return [
    [t('cell.from'), at(lead?.from)],
    [t('cell.accepted'), at(acceptedSince)],
  ];
};

const useClause = ({ clause }: Point): readonly (readonly [string, string])[] => {
  const { t } = useWords();
  if (!clause) return [];
  const directive = clause.directive.label ?? '';
  return [[t('cell.clause'), t('cell.clause.of', { directive, number: clause.number })]];
};
