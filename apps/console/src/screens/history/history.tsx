import { useParams } from '@tanstack/react-router';
import { useAsOf } from '../../frame/as-of';
import { Failed, Skeleton } from '../../ui/states';
import { NoRecord } from './no-record';
import { Sheet } from './sheet';
import { useRecord } from './use-record';

/** Everything that was recorded of one thing and of what belongs to it, event by event. */
export const History = () => {
  const { id } = useParams({ from: '/history/$id' });
  const { asOf } = useAsOf();
  const read = useRecord(id);
  if (read.at === 'reading') return <Skeleton />;
  if (read.at === 'failed') return <Failed failure={read.failure} onAgain={read.again} />;
  if (read.data.subjects.length === 0) return <NoRecord />;
  return <Sheet record={read.data} failure={read.failure} asOf={asOf} onAgain={read.again} />;
};
