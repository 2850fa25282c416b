import { createContext, use } from 'react';
import type { Act } from '../../../forms/act';
import type { Draft } from '../../../forms/draft';
import type { Finding } from '../query';

/** A command of a finding; some begin with what it says already. */
export interface FindingAct extends Act {
  readonly begin?: (finding: Finding) => Draft;
}

/** The finding that a form is about. */
export const OfFinding = createContext<Finding | undefined>(undefined);

export const useFinding = (): Finding | undefined => use(OfFinding);
