import recordObservation from 'act:recordObservation';
import recordGapFinding from 'act:recordGapFinding';
import noteFinding from 'act:noteFinding';
import confirmFinding from 'act:confirmFinding';
import dismissObservation from 'act:dismissObservation';
import voidFinding from 'act:voidFinding';
import mergeFinding from 'act:mergeFinding';
import type { FindingAct } from './finding-act';

/** What is recorded of a finding itself. */
export const observing = {
  recordObservation,
  recordGapFinding,
  noteFinding,
  confirmFinding,
  dismissObservation,
  voidFinding,
  mergeFinding,
} satisfies Readonly<Record<string, FindingAct>>;
