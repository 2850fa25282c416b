type Range = readonly [from: number, to: number];

const decoded = (encoding: string, lead: Range, trails: readonly Range[]): ReadonlySet<string> => {
  const decoder = new TextDecoder(encoding);
  const all = new Set<string>();
  for (let first = lead[0]; first <= lead[1]; first++) {
    for (const [from, to] of trails) {
      for (let trail = from; trail <= to; trail++) all.add(decoder.decode(Uint8Array.of(first, trail)));
    }
  }
  return all;
};

const onDemand = (make: () => ReadonlySet<string>): ((char: string) => boolean) => {
  let known: ReadonlySet<string> | undefined;
  return (char) => (known ??= make()).has(char);
};

/** Whether Big5, the character set of Traditional texts, holds this character. */
export const isInBig5 = onDemand(() =>
  decoded(
    'big5',
    [0xa1, 0xf9],
    [
      [0x40, 0x7e],
      [0xa1, 0xfe],
    ],
  ),
);

/** Whether this is one of the 6,763 characters of GB 2312, the character set of Simplified texts. */
export const isInGb2312 = onDemand(() => decoded('gb2312', [0xb0, 0xf7], [[0xa1, 0xfe]]));
