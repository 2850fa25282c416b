/** One line of a text, and where it stands. */
export interface Line {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** The lines of a text that hold something. */
export const linesOf = (text: string): readonly Line[] =>
  [...text.matchAll(/[^\n]+/g)].map(({ 0: line, index }) => ({ text: line, from: index, to: index + line.length }));
