/** A place where a text hides a name or a figure. */
export interface Mask {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** Words that still tell where it was, although names are masked. */
export interface Leak extends Mask {
  /** An abbreviation of a place, a place by name, or a port that there is only once. */
  readonly kind: 'abbreviation' | 'place' | 'port';
}

const MASK =
  /(?<![A-Za-z0-9])[XＸ×]{2,}(?![A-Za-z0-9])|(?<![A-Za-z0-9])[XＸ×](?=[名例人省市县区镇乡村路号月日])|\*{2,}|[□○]{2,}|某某|某(?=[省市县区镇乡村局])/gu;

/** 返百来百, 来桂返桂: one character stands for the place. */
const COMING = /[返来](\p{Script=Han})[来返]\1(?:人员)?/gu;
const COMMON =
  '[请全我本各该外县市区省乡镇村社街大小两三一二每同几所某有无的和与及或在对从到于是为由向往赴抵去经过到达内任]';
const PLACE = new RegExp(
  `(?<![\\p{Script=Han}])(?!${COMMON}|.[各全本我该])\\p{Script=Han}{2,4}(?:自治区|省|市|县|镇|乡|街道)(?!级|直|域|场|民|长|委|政|区|内|外|里)`,
  'gu',
);
const AFTER_VERB = new RegExp(
  `(?<=[在到赴抵往从由])(?!${COMMON})\\p{Script=Han}{2,3}(?:自治区|省|市|县|镇|乡|街道|口岸|机场|车站)`,
  'gu',
);
/** National ports of entry on land: where one is named, so is the county. */
const PORTS =
  /龙邦|友谊关|水口口岸|平而关|爱店|峒中|东兴口岸|岳圩|平孟|凭祥|瑞丽|畹町|磨憨|河口口岸|天保|清水河|打洛|勐康|腾冲猴桥|满洲里|绥芬河|珲春|图们|黑河|同江|二连浩特|甘其毛都|策克|霍尔果斯|阿拉山口|吉木乃|巴克图|红其拉甫|吉隆口岸|樟木|普兰|丹东|集安/gu;

/** Words that stand between others, and in no name of a place. */
const isName = ({ text }: Mask): boolean => !/[由各每该将把被]|^会后/u.test(text);

const found = (text: string, pattern: RegExp): Mask[] =>
  [...text.matchAll(pattern)].map(({ 0: words, index }) => ({ text: words, from: index, to: index + words.length }));

/** Where a normalised text is masked. */
export const masksIn = (text: string): readonly Mask[] => found(text, MASK);

/** What tells the place all the same; nothing where nothing is masked. */
export const leaksIn = (text: string): readonly Leak[] => {
  if (masksIn(text).length === 0) return [];
  const leaks: Leak[] = [
    ...found(text, COMING).map((leak) => ({ ...leak, kind: 'abbreviation' as const })),
    ...found(text, PORTS).map((leak) => ({ ...leak, kind: 'port' as const })),
    ...[...found(text, PLACE), ...found(text, AFTER_VERB)]
      .filter(isName)
      .map((leak) => ({ ...leak, kind: 'place' as const })),
  ];
  const known = new Set<number>();
  return leaks
    .sort((a, b) => a.from - b.from)
    .filter(({ from, to }) => !known.has(from) && Boolean(known.add(from).add(to)));
};
