/** A stretch of a text that stayed, was taken out, or was put in. */
export interface Stretch {
  readonly is: 'same' | 'out' | 'in';
  readonly text: string;
}

const HAN = /[\u2e80-\u9fff]/u;
/** A table of more places than this is not filled: what lies between is told as one text in place of another. */
const MOST_PLACES = 4_000_000;

/** By character in Chinese, whose words nobody can tell apart for certain; by word elsewhere. */
const partsOf = (text: string, byCharacter: boolean): readonly string[] =>
  byCharacter ? [...text] : text.split(/(?<=\s)/u);

const alike = (a: readonly string[], b: readonly string[]): number => {
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at += 1;
  return at;
};

/** How long the longest common sequence is, from each place on; one row more than there are parts, and one column. */
class Common {
  private readonly table: Uint16Array;
  private readonly width: number;

  constructor(
    private readonly a: readonly string[],
    private readonly b: readonly string[],
  ) {
    this.width = b.length + 1;
    this.table = new Uint16Array((a.length + 1) * this.width);
    for (let i = a.length - 1; i >= 0; i -= 1)
      for (let j = b.length - 1; j >= 0; j -= 1) this.table[i * this.width + j] = this.longest(i, j);
  }

  from(i: number, j: number): number {
    return this.table[i * this.width + j] ?? 0;
  }

  private longest(i: number, j: number): number {
    if (this.a[i] === this.b[j]) return this.from(i + 1, j + 1) + 1;
    return Math.max(this.from(i + 1, j), this.from(i, j + 1));
  }
}

/** The next stretch from two places on: what is taken out stands before what is put in. */
const nextOf = (out: string | undefined, put: string | undefined, isOutFirst: boolean): Stretch => {
  if (put === undefined) return { is: 'out', text: out ?? '' };
  if (out === put) return { is: 'same', text: put };
  return out !== undefined && isOutFirst ? { is: 'out', text: out } : { is: 'in', text: put };
};

const between = (a: readonly string[], b: readonly string[]): readonly Stretch[] => {
  if (a.length * b.length > MOST_PLACES)
    return [
      { is: 'out', text: a.join('') },
      { is: 'in', text: b.join('') },
    ];
  const common = new Common(a, b);
  const found: Stretch[] = [];
  for (let [i, j] = [0, 0]; i < a.length || j < b.length;) {
    const next = nextOf(a[i], b[j], common.from(i + 1, j) >= common.from(i, j + 1));
    found.push(next);
    if (next.is !== 'in') i += 1;
    if (next.is !== 'out') j += 1;
  }
  return found;
};

/** Neighbours of one kind as one; what is empty is left out. */
const joined = (stretches: readonly Stretch[]): readonly Stretch[] => {
  const all: Stretch[] = [];
  for (const { is, text } of stretches) {
    const last = all.at(-1);
    if (text === '') continue;
    if (last?.is === is) all[all.length - 1] = { is, text: last.text + text };
    else all.push({ is, text });
  }
  return all;
};

/** What became of a text, from one wording to another. */
export const textDifference = (was: string, is: string): readonly Stretch[] => {
  const byCharacter = HAN.test(was + is);
  const [a, b] = [partsOf(was, byCharacter), partsOf(is, byCharacter)];
  const head = alike(a, b);
  const [restA, restB] = [a.slice(head), b.slice(head)];
  const tail = alike(restA.toReversed(), restB.toReversed());
  const [endA, endB] = [restA.length - tail, restB.length - tail];
  return joined([
    { is: 'same', text: a.slice(0, head).join('') },
    ...between(restA.slice(0, endA), restB.slice(0, endB)),
    { is: 'same', text: restA.slice(endA).join('') },
  ]);
};
