import { useRead } from '../../api/use-read';
import { useAsOf } from '../../frame/as-of';
import { Failed, Skeleton } from '../../ui/states';
import { byDuty } from './gaps';
import { GAPS, MATRIX } from './query';
import { Sheet } from './sheet';

/** Four parties, every duty point: who holds what, and what nobody does. */
export const Matrix = () => {
  const { asOf } = useAsOf();
  const matrix = useRead(MATRIX, { asOf });
  const gaps = useRead(GAPS, { asOf });
  for (const read of [matrix, gaps])
    if (read.at === 'failed') return <Failed failure={read.failure} onAgain={read.again} />;
  if (matrix.at !== 'read' || gaps.at !== 'read') return <Skeleton />;
  const { edges, totalCount } = matrix.data.responsibilityMatrix;
  return (
    <Sheet
      points={edges.map(({ node }) => node)}
      total={totalCount}
      gaps={byDuty(gaps.data.gaps.edges.map(({ node }) => node))}
      asOf={asOf}
    />
  );
};
