/** The stages that a finding passes, and when it did. */
interface Dates {
  readonly recordedAt: string;
  readonly confirmedAt: string | null;
  readonly rectification: {
    readonly orderedAt: string;
    readonly acknowledgedAt: string | null;
    readonly planApprovedAt: string | null;
    readonly completionReportedAt: string | null;
    readonly verifiedAt: string | null;
    readonly closedOutAt: string | null;
    readonly lookedBackAt: string | null;
  } | null;
}

export const COURSE = [
  ...(['recorded', 'confirmed', 'ordered', 'acknowledged', 'planApproved'] as const),
  ...(['completed', 'verified', 'closedOut', 'lookedBack'] as const),
] as const;
export type CourseStep = (typeof COURSE)[number];

export interface Passed {
  readonly step: CourseStep;
  readonly state: 'done' | 'now' | 'later';
  readonly at: string | undefined;
}

/** Stages that the unit passes; the others are passed by whoever watches over it. */
const OF_THE_UNIT: readonly CourseStep[] = ['acknowledged', 'planApproved', 'completed'];

export const isOfTheUnit = (step: CourseStep): boolean => OF_THE_UNIT.includes(step);

const NOT_ORDERED = {
  ...{ orderedAt: null, acknowledgedAt: null, planApprovedAt: null, completionReportedAt: null },
  ...{ verifiedAt: null, closedOutAt: null, lookedBackAt: null },
};

const datesOf = ({ recordedAt, confirmedAt, rectification }: Dates): Readonly<Record<CourseStep, string | null>> => {
  const fix = rectification ?? NOT_ORDERED;
  return {
    recorded: recordedAt,
    confirmed: confirmedAt,
    ordered: fix.orderedAt,
    acknowledged: fix.acknowledgedAt,
    planApproved: fix.planApprovedAt,
    completed: fix.completionReportedAt,
    verified: fix.verifiedAt,
    closedOut: fix.closedOutAt,
    lookedBack: fix.lookedBackAt,
  };
};

/** How far a finding is: what was passed, what it waits for, and what comes after that. Where it has ended it waits for nothing. */
export const courseOf = (finding: Dates, hasEnded: boolean): readonly Passed[] => {
  const dates = datesOf(finding);
  const last = COURSE.findLastIndex((step) => dates[step] !== null);
  const stateAt = (place: number) => {
    if (place <= last) return 'done';
    return place === last + 1 && !hasEnded ? 'now' : 'later';
  };
  return COURSE.map((step, place) => ({ step, state: stateAt(place), at: dates[step] ?? undefined }));
};
