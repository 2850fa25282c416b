import { useSearch } from '@tanstack/react-router';
import { useRead } from '../../api/use-read';
import { Failed, Skeleton } from '../../ui/states';
import { NothingHere } from '../nothing-here';
import { Defining } from './defining';
import { ORDER } from './query';

/** A duty point is set up: by itself, or because a clause of an order asks for it. */
export const DutyNew = () => {
  const { directive, clause } = useSearch({ from: '/matrix/new' });
  return directive === undefined ? <Defining /> : <OfClause id={directive} clause={clause} />;
};

const OfClause = ({ id, clause: key }: { readonly id: string; readonly clause: string | undefined }) => {
  const read = useRead(ORDER, { id });
  if (read.at === 'reading') return <Skeleton />;
  if (read.at === 'failed') return <Failed failure={read.failure} onAgain={read.again} />;
  const { directive: order } = read.data;
  const clause = order?.clauses.find((one) => one.key === key);
  return order && clause ? <Defining from={{ order, clause }} /> : <NothingHere />;
};
