import type { Party } from '../../ui/marks';

export type GapKind = 'orphanStep' | 'noHolder' | 'holderInactive';

export interface OneGap {
  readonly kind: GapKind;
  readonly party: Party | null;
  readonly detectedAt: string;
  readonly dutyPoint: { readonly id: string };
}

/** All that is missing of one duty. */
export interface DutyGap<Gap extends OneGap> {
  readonly id: string;
  /** What is worst about it. */
  readonly worst: Gap;
  readonly since: string;
  /** The parties that are missing, where single ones are. */
  readonly parties: readonly Party[];
}

const WORST: readonly GapKind[] = ['orphanStep', 'noHolder', 'holderInactive'];
const rank = ({ kind }: OneGap): number => WORST.indexOf(kind);

/** One duty is one gap, however many of its parties are missing; the worst first, then the oldest. */
export const byDuty = <Gap extends OneGap>(gaps: readonly Gap[]): readonly DutyGap<Gap>[] => {
  const duties = new Map<string, readonly [Gap, ...Gap[]]>();
  for (const gap of gaps) {
    const before = duties.get(gap.dutyPoint.id);
    duties.set(gap.dutyPoint.id, before ? [...before, gap] : [gap]);
  }
  return [...duties]
    .map(([id, ofDuty]) => ({
      id,
      worst: ofDuty.reduce((worst, gap) => (rank(gap) < rank(worst) ? gap : worst)),
      since: ofDuty.map(({ detectedAt }) => detectedAt).reduce((one, other) => (one < other ? one : other)),
      parties: ofDuty.flatMap(({ party }) => party ?? []),
    }))
    .sort((one, other) => rank(one.worst) - rank(other.worst) || one.since.localeCompare(other.since));
};
