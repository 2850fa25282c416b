import { lazy } from 'react';
import { useRead } from '../../../api/use-read';
import { ActPanel } from '../../../forms/act-panel';
import type { Party } from '../../../ui/marks';
import { isForCell } from './duty-acts';
import { DUTY } from './query';

/** Comes with the first form that is opened. */
const DutyActForm = lazy(() => import('./duty-act-form').then(({ DutyActForm: loaded }) => ({ default: loaded })));

interface Props {
  readonly id: string;
  readonly party: Party;
  /** The command whose form is open to begin with. */
  readonly begin: string | undefined;
}

/** What may be done about one cell of the matrix, and what not yet. */
export const ActsOfCell = ({ id, party, begin }: Props) => {
  const read = useRead(DUTY, { id });
  if (read.at !== 'read' || !read.data.dutyPoint) return null;
  const cell = { duty: read.data.dutyPoint, party };
  return (
    <ActPanel
      possible={cell.duty.viewerCan.filter(({ command }) => isForCell(cell, command))}
      begin={begin}
      isStale={read.stale}
      form={(open) => <DutyActForm cell={cell} {...open} />}
    />
  );
};
