import type { Gap } from './query';

export type GapKind = Gap['kind'];

const WORST: readonly GapKind[] = ['orphanStep', 'noHolder', 'holderInactive'];
const rank = ({ kind }: Ranked): number => WORST.indexOf(kind);

interface Ranked {
  readonly kind: GapKind;
  readonly detectedAt: string;
}

/** The worst first, then the oldest. */
export const worstFirst = <One extends Ranked>(gaps: readonly One[]): readonly One[] =>
  gaps.toSorted((one, other) => rank(one) - rank(other) || one.detectedAt.localeCompare(other.detectedAt));
