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
  const { record, failure, again } = useRecord(id);
  if (!record) return failure ? <Failed failure={failure} onAgain={again} /> : <Skeleton />;
  if (record.subjects.length === 0) return <NoRecord />;
  return <Sheet record={record} failure={failure} asOf={asOf} onAgain={again} />;
};
