import { diffArrays, type ChangeObject } from 'diff';

/** A stretch of two texts that are compared: in both, only in the first, or only in the second. */
export interface TextRun {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** A Chinese character stands for itself; of other scripts a word does, and so does a number. */
const TOKENS = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+|\s+|./gsu;

/** How many tokens may be other ones: above that nobody reads what stayed, and it would take long to find. */
const MOST_EDITS = 300;
/** What two texts share at least, of the shorter one, to be shown as one that was changed. */
const SHARED = 1 / 3;
/** What stayed between two changes, and is too short to be read by itself. */
const ISLAND = 3;

/** A change: what went, and what came in its place, then what stayed after it. */
interface Step {
  readonly removed: readonly string[];
  readonly added: readonly string[];
  readonly same: readonly string[];
}

const NOTHING: Step = { removed: [], added: [], same: [] };

const stepsOf = (changes: readonly ChangeObject<string[]>[]): readonly Step[] => {
  const steps: Step[] = [];
  for (const { value, added, removed } of changes) {
    const last = steps.at(-1);
    const open = last?.same.length === 0 ? steps.pop() : undefined;
    const { removed: gone, added: come } = open ?? NOTHING;
    if (removed) steps.push({ removed: [...gone, ...value], added: come, same: [] });
    else if (added) steps.push({ removed: gone, added: [...come, ...value], same: [] });
    else steps.push({ removed: gone, added: come, same: value });
  }
  return steps;
};

const sizeOf = ({ removed, added }: Step): number => Math.max(removed.length, added.length);

/** Few characters that happen to stand on both sides between two longer changes are part of one change. */
const joined = (steps: readonly Step[]): readonly Step[] => {
  const kept: Step[] = [];
  for (const step of steps) {
    const before = kept.at(-1);
    const island = before?.same.length ?? 0;
    if (before && island <= ISLAND && island <= Math.min(sizeOf(before), sizeOf(step))) {
      kept.pop();
      kept.push({
        removed: [...before.removed, ...before.same, ...step.removed],
        added: [...before.added, ...before.same, ...step.added],
        same: step.same,
      });
    } else kept.push(step);
  }
  return kept;
};

const run = (kind: TextRun['kind'], tokens: readonly string[]): readonly TextRun[] =>
  tokens.length > 0 ? [{ kind, text: tokens.join('') }] : [];

const runsOf = ({ removed, added, same }: Step): readonly TextRun[] => [
  ...run('removed', removed),
  ...run('added', added),
  ...run('same', same),
];

const stayedIn = (steps: readonly Step[]): number => steps.reduce((sum, { same }) => sum + same.length, 0);

/**
 * How one text became another, as a person would mark it: Chinese by character, other scripts by word. What has little in common is
 * told as one text that took the place of another.
 */
export const textDifference = (before: string, after: string): readonly TextRun[] => {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  const [one, other] = [before.match(TOKENS) ?? [], after.match(TOKENS) ?? []];
  const changes = diffArrays<string>(one, other, { maxEditLength: MOST_EDITS });
  const steps = joined(stepsOf(changes ?? []));
  const isAnother = !changes || stayedIn(steps) < SHARED * Math.min(one.length, other.length);
  return (isAnother ? [{ removed: one, added: other, same: [] }] : steps).flatMap(runsOf);
};
