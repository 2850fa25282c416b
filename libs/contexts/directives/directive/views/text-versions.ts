import { instant, int, optional, partOf, type Happening, type PartData } from '#kernel';
import { justBefore } from '#time';

export const textVersionRow = partOf(
  'TextVersion',
  {
    textVersion: int([1, 1_000_000], 'Which version.', '文本版本。'),
    writtenAt: instant('When it was written, as recorded.', '形成时间（记录）。'),
    since: optional(instant('Since when others may build on it; null while it is a draft.', '生效时间；草案为空。')),
  },
  { en: 'A version of a text, and since when it stands.', zh: '一个文本版本及其生效时间。' },
);

export type TextVersion = PartData<typeof textVersionRow>;

/** A card, as far as its versions are concerned. */
export interface Versioned {
  readonly textVersion: number;
  readonly textVersions: readonly TextVersion[];
}

type At = Pick<Happening, 'recordedAt'>;

/** A draft: nobody builds on it, and only its newest version is of interest. */
export const draftVersion = (textVersion: number, { recordedAt: writtenAt }: At): TextVersion[] => [
  { textVersion, writtenAt },
];

/** One more version of a text on which others may build, as of its writing. */
export const nextVersion = (before: readonly TextVersion[], textVersion: number, { recordedAt }: At): TextVersion[] => [
  ...before,
  { textVersion, writtenAt: recordedAt, since: recordedAt },
];

/** The same once the text is issued: an import counted before that. */
export const issuedVersions = (before: readonly TextVersion[], { recordedAt }: At): TextVersion[] =>
  before.map((one) => ({ ...one, since: one.since ?? recordedAt }));

/** The version that others built on at an instant, or the first one that they could. */
export const versionAt = ({ textVersions }: Versioned, instant: string): TextVersion | undefined => {
  const open = textVersions.filter(({ since }) => since !== undefined);
  return open.findLast(({ since = '' }) => since <= instant) ?? open[0];
};

/** The moment at which a version was the present one, just before the next; undefined while it is, or where there is no such version. */
export const lastMomentOf = ({ textVersions }: Versioned, textVersion: number): string | undefined => {
  const place = textVersions.findIndex((one) => one.textVersion === textVersion);
  const next = place < 0 ? undefined : textVersions[place + 1]?.since;
  return next === undefined ? undefined : justBefore(next);
};
