/** Text that remembers, for each of its UTF-16 units, where it stood in the text it was made from. */
export interface Traced {
  readonly text: string;
  readonly origins: readonly number[];
}

/** A text that nothing has happened to yet. */
export const traced = (text: string): Traced => ({
  text,
  origins: Array.from({ length: text.length }, (_, index) => index),
});

/** Replaces every match of a global pattern, and counts the changes; what replaces a match stands where the match began. */
export const rewrite = (
  { text, origins }: Traced,
  pattern: RegExp,
  replacement: (match: string, index: number) => string,
): { readonly to: Traced; readonly count: number } => {
  const parts: string[] = [];
  const kept: number[] = [];
  let [done, count] = [0, 0];
  for (const { 0: match, index } of text.matchAll(pattern)) {
    const instead = replacement(match, index);
    if (instead === match) continue;
    count += 1;
    parts.push(text.slice(done, index), instead);
    kept.push(...origins.slice(done, index), ...standingAt(origins, index, match, instead));
    done = index + match.length;
  }
  parts.push(text.slice(done));
  kept.push(...origins.slice(done));
  return { to: { text: parts.join(''), origins: kept }, count };
};

/** Unit for unit where the lengths agree, otherwise all at the beginning of the match. */
const standingAt = (origins: readonly number[], index: number, match: string, instead: string): number[] =>
  Array.from(
    { length: instead.length },
    (_, unit) => origins[instead.length === match.length ? index + unit : index] ?? 0,
  );

/** Where the stretch of the original text from `start` to `end` stands now. */
export const nowAt = (
  { origins }: Traced,
  { start, end }: { readonly start: number; readonly end: number },
): { readonly from: number; readonly to: number } => {
  const from = origins.findIndex((origin) => origin >= start);
  const to = origins.findLastIndex((origin) => origin < end) + 1;
  return { from, to };
};
