/** A period in a post. */
export interface Period {
  readonly from: string;
  readonly to: string | null;
}

/** Whether a post is held at a moment: from its beginning until just before its end. */
export const isHeldAt = ({ from, to }: Period, at: Date): boolean =>
  Date.parse(from) <= at.getTime() && (to === null || at.getTime() < Date.parse(to));

/** Whether it has not begun yet. */
export const isAhead = ({ from }: Period, at: Date): boolean => at.getTime() < Date.parse(from);
