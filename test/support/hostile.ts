const ID = 'finding-00000000-0000-4000-8000-000000000001';
const cursor = (text: string) => Buffer.from(text).toString('base64url');

/** Texts that somebody who means harm, or a broken client, puts where a text belongs. */
const TEXTS: readonly string[] = [
  '',
  ' ',
  '\u3000',
  ` ${ID}`,
  `${ID}\n`,
  `\u00a0${ID}\u2003`,
  ID.toUpperCase(),
  `${ID}${ID}`,
  `${ID}\u0000`,
  'elsewhere-00000000-0000-4000-8000-000000000001',
  '__proto__-00000000-0000-4000-8000-000000000001',
  'constructor',
  '__proto__',
  'toString',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udfff tail',
  '\uffff',
  '\u202e\u2066',
  '𠮷'.repeat(300),
  'e\u0301'.repeat(300),
  '[',
  '['.repeat(5_000),
  '{"'.repeat(2_000),
  'Z'.repeat(20_000),
  '0',
  '-1',
  '00',
  '1e9',
  '999999999999999999',
  '9223372036854775807',
  '99999999999999999999',
  '0000-01-01T00:00:00Z',
  '0001-01-01T00:00:00Z',
  '-000001-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999Z',
  '+275760-09-13T00:00:00Z',
  '2022-02-30T00:00:00Z',
  '2022-03-31T09:00:00+08:00',
  '2022-03-31T24:00:00Z',
  '2016-12-31T23:59:60Z',
  '2022-03-31',
  'infinity',
  "' OR 1=1 --",
  '%_\\',
  '$1',
  '{"$ne":null}',
  '../../etc/passwd',
  '=1+1',
  '<script>alert(1)</script>',
  '${7*7}{{7*7}}',
  cursor('1 finding_card 0 \u0000'),
  cursor(`1 finding_card 1 ${ID}\u0000`),
  cursor('1 finding_card 999999999999999999 x'),
  cursor('1 duty_point_card 0 \u0000'),
  cursor('1 directive_card 5 \ud800'),
  cursor('\u0000'),
];

const nested = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);

/** Stands for lists that are nested so deeply that no client's own serialiser would write them. */
const VERY_DEEP = '@very-deep@';

/** The JSON of a request in which hostile values stand. */
export const hostileJson = (body: object): string => JSON.stringify(body).replaceAll(`"${VERY_DEEP}"`, nested(5_000));

/** What can stand in JSON where something else belongs. */
const OTHERS: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  101,
  2 ** 31,
  2 ** 53,
  1e308,
  -1e-320,
  [],
  [null],
  [[]],
  {},
  { length: 1e9 },
  { toString: 1, valueOf: null },
  { id: ID },
  JSON.parse(nested(200)),
  VERY_DEEP,
  Array.from({ length: 2_000 }, () => ID),
  Array.from({ length: 500 }, () => ({})),
  Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`field${String(index)}`, index])),
];

/** All of them. */
export const HOSTILE: readonly unknown[] = [...TEXTS, ...OTHERS];

const text = JSON.stringify;

/** What can stand in a document where a value belongs, written as a client would write it. */
export const HOSTILE_LITERALS: readonly string[] = [
  ...TEXTS.filter((one) => one.length < 6_000).map((one) => text(one)),
  'null',
  'true',
  '0',
  '-0',
  '1.0e400',
  '99999999999999999999999999',
  `1${'0'.repeat(400)}`,
  'word',
  'true_',
  '$absent',
  '[]',
  '{}',
  '{ a: 1, a: 2 }',
  '['.repeat(900) + ']'.repeat(900),
  '['.repeat(5_000),
  '{a:'.repeat(600) + '1' + '}'.repeat(600),
  '"""block\n  "text" \\""" \u0007"""',
  '"\\u0000"',
  '"\\ud800"',
  '"\\u{110000}"',
  '"\\x"',
  '"open',
  '"""open',
  '\u0000',
];
