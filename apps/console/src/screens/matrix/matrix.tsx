import { useWhole } from '../../api/use-whole';
import { useAsOf } from '../../frame/as-of';
import { Failed, Skeleton } from '../../ui/states';
import { worstFirst } from './gaps';
import { GAPS, gapsIn, MATRIX, matrixIn } from './query';
import { Sheet } from './sheet';

/** Four parties, every duty point: who holds what, and what nobody does. */
export const Matrix = () => {
  const { asOf } = useAsOf();
  const matrix = useWhole(MATRIX, { asOf }, matrixIn);
  const gaps = useWhole(GAPS, { asOf }, gapsIn);
  for (const read of [matrix, gaps])
    if (read.at === 'failed') return <Failed failure={read.failure} onAgain={read.again} />;
  if (matrix.at !== 'read' || gaps.at !== 'read') return <Skeleton />;
  const { nodes, total } = matrix.data;
  return <Sheet points={nodes} total={total} gaps={worstFirst(gaps.data.nodes)} asOf={asOf} />;
};
