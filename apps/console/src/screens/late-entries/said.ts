import { shortDigest } from '../../lib/digest';
import type { Telling } from '../../lib/time';

interface Marked {
  readonly number: string | null;
  readonly photoSha256: string | null;
}

/** What shows it: the number that it bears, or its photo. */
export const markOf = ({ number, photoSha256 }: Marked): string => number ?? shortDigest(photoSha256 ?? '');

interface Happened {
  readonly happenedFrom: string;
  readonly happenedTo: string;
}

/** When it happened: one moment, or from the first of its acts to the last. */
export const happenedIn = ({ happenedFrom, happenedTo }: Happened, telling: Telling): string =>
  happenedFrom === happenedTo
    ? telling.moment(happenedFrom)
    : `${telling.moment(happenedFrom)} – ${telling.moment(happenedTo)}`;
