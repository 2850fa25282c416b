import type { Id } from '#kernel';

/** One appointment to a post; `to` is missing while no end is known. */
export interface Period {
  readonly postId: Id<'post'>;
  readonly orgId: Id<'organisation'>;
  readonly from: string;
  readonly to?: string;
}

const covers = ({ from, to }: Period, instant: string) => from <= instant && (to === undefined || instant < to);

/**
 * The instant at which somebody who held one of these posts at `since` held none of them any more; undefined while one lasts, and
 * while its end lies after `now`. When they had left before `since` already, as is learned sometimes, it is the instant of that.
 */
export const leftAt = (periods: readonly Period[], since: string, now: string): string | undefined => {
  const during = periods.find((period) => covers(period, since));
  if (!during) return lastEndBefore(periods, since);
  return during.to === undefined || during.to > now ? undefined : leftAt(periods, during.to, now);
};

const lastEndBefore = (periods: readonly Period[], instant: string): string | undefined =>
  periods
    .flatMap(({ to }) => (to !== undefined && to <= instant ? [to] : []))
    .toSorted()
    .at(-1);
