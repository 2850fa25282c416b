/** Why something came back to a unit. */
interface Told {
  readonly at: string;
  readonly reason: string;
  readonly person: { readonly id: string; readonly label: string | null };
}

interface Checked {
  readonly at: string;
  readonly passed: boolean;
  readonly note: string | null;
  readonly person: Told['person'];
}

interface Fix {
  readonly completionReportedAt: string | null;
  readonly planReturn: Told | null;
  readonly closeOutRefusal: Told | null;
  readonly verifications: readonly Checked[];
}

interface Ordered {
  readonly status: string;
  readonly rectification: Fix | null;
}

export const COLUMNS = ['acknowledge', 'todo', 'returned'] as const;
export type Column = (typeof COLUMNS)[number];

/** Work on it goes on after it was reported done: somebody has sent it back. */
const hasComeBack = ({ status, rectification: fix }: Ordered): boolean =>
  status === 'planReturned' || (status === 'inRectification' && fix !== null && fix.completionReportedAt !== null);

/** Where something stands that a unit has to do. */
export const columnOf = (ordered: Ordered): Column => {
  if (ordered.status === 'ordered') return 'acknowledge';
  return hasComeBack(ordered) ? 'returned' : 'todo';
};

/** Who last sent it back, when and why; nothing where nobody did. */
export const returnOf = (ordered: Ordered): Told | undefined => {
  const fix = ordered.rectification;
  if (!fix || !hasComeBack(ordered)) return undefined;
  const failed = fix.verifications
    .filter(({ passed }) => !passed)
    .map(({ at, note, person }) => ({ at, reason: note ?? '', person }));
  const told = ordered.status === 'planReturned' ? [fix.planReturn] : [fix.closeOutRefusal, ...failed];
  return told
    .filter((one) => one !== null)
    .toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at))
    .at(-1);
};

/** The reasons one by one: each stands on a line of its own, with its number or without. */
export const reasonsIn = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/^\s*(?:\d+[.、．)]|[-·•])\s*/, '').trim())
    .filter((line) => line !== '');
