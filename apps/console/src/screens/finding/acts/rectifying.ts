import acknowledgeRectification from 'act:acknowledgeRectification';
import submitPlan from 'act:submitPlan';
import revisePlan from 'act:revisePlan';
import approvePlan from 'act:approvePlan';
import returnPlan from 'act:returnPlan';
import reportImmediateFix from 'act:reportImmediateFix';
import reportCompletion from 'act:reportCompletion';
import type { FindingAct } from './finding-act';
import { MeasuresDoneEntry } from './measures-done-entry';

/** What the unit does, and what is said to it. */
export const rectifying = {
  acknowledgeRectification,
  submitPlan,
  revisePlan,
  approvePlan,
  returnPlan,
  reportImmediateFix,
  reportCompletion: {
    ...reportCompletion,
    entries: { measures: MeasuresDoneEntry },
  },
} satisfies Readonly<Record<string, FindingAct>>;
