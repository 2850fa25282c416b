/**
 * Words and names in which a Traditional text keeps a character that it elsewhere writes for another one: 著 is 着 in 沿著 and stays
 * in 顯著, 乾 is 干 in 乾淨 and stays in 乾安. The dictionary of the converter knows some; these it gets wrong.
 */
const WORDS = [
  ...['土', '編', '编', '卓', '昭', '原', '專', '专', '譯', '译', '論', '论', '拙', '遺', '遗', '較', '较', '巨'].map(
    (before) => `${before}著`,
  ),
  ...['合', '新', '顯', '显', '所', '自', '共', '主', '校', '撰', '史', '醫', '大'].map((before) => `${before}著`),
  ...['著有', '著名', '著作', '著述', '著者', '著書', '著书', '著稱', '著称', '著錄', '著录', '著論', '著论'],
  ...['乾安', '乾縣', '乾县', '乾潭', '乾務', '乾务', '乾佑', '乾隆', '乾陵', '乾元', '乾清', '乾嘉', '康乾', '乾坤'],
  ...['乾州', '乾德', '乾封', '乾寧', '乾宁', '乾道', '乾符', '乾卦', '乾照', '乾興', '乾兴', '乾貞', '乾祐', '乾乾'],
  ...[
    '菜薹',
    '蒜薹',
    '薹草',
    '魏徵',
    '商角徵',
    '角徵羽',
    '哪吒',
    '於潛',
    '於潜',
    '於菟',
    '商於',
    '袷袢',
    '老么',
    '么兒',
  ],
];

/** A place named with 乾, and 麴 or 於 as the name of a person by office. */
const NAMES = [
  '乾\\p{Script=Han}{0,2}[縣县鎮镇鄉乡]',
  '(?<!酒|大|小|紅|红|神|米)麴(?=\\p{Script=Han}{1,2}(?:同志|先生|女士|書記|书记|主任|[縣县市鎮镇]長))',
  '於(?=\\p{Script=Han}{0,2}(?:同志|先生|女士))',
];

const PROTECTED = new RegExp([...WORDS, ...NAMES].join('|'), 'gu');

/** The places, in UTF-16 units, that a conversion leaves as they stand. */
export const protectedPlaces = (sentence: string): ReadonlySet<number> => {
  const places = new Set<number>();
  for (const { 0: word, index } of sentence.matchAll(PROTECTED)) {
    for (let unit = 0; unit < word.length; unit++) places.add(index + unit);
  }
  return places;
};
