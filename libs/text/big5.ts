const decoder = new TextDecoder('big5');
const LEAD = { from: 0xa1, to: 0xf9 };
const TRAILS = [
  { from: 0x40, to: 0x7e },
  { from: 0xa1, to: 0xfe },
];

const characters = (): ReadonlySet<string> => {
  const all = new Set<string>();
  for (let lead = LEAD.from; lead <= LEAD.to; lead++) {
    for (const { from, to } of TRAILS) {
      for (let trail = from; trail <= to; trail++) all.add(decoder.decode(Uint8Array.of(lead, trail)));
    }
  }
  return all;
};

let known: ReadonlySet<string> | undefined;

/** Whether Big5, the character set of Traditional texts, holds this character. */
const isInBig5 = (char: string): boolean => (known ??= characters()).has(char);

/** A text counts as Traditional while at most one of so many of its Han characters is foreign to Big5. */
const FOREIGN_AT_MOST = 1 / 20;

/** Where a text that is Traditional as a whole holds Han characters that no Traditional text has; nothing for other texts. */
export const foreignToTraditional = (text: string): readonly { readonly char: string; readonly at: number }[] => {
  const han = [...text.matchAll(/\p{Script=Han}/gu)].map(({ 0: char, index }) => ({ char, at: index }));
  const foreign = han.filter(({ char }) => !isInBig5(char));
  return foreign.length <= han.length * FOREIGN_AT_MOST ? foreign : [];
};
