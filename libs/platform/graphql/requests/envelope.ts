import type { Told } from '../errors/told.js';
import { MAX_NAME } from './document-size.js';
import type { Asked } from './operation.js';

const refused = (en: string, zh: string): Told => ({ code: 'BAD_REQUEST', text: { en, zh } });

const NO_OBJECT = refused(
  'Send one operation as a JSON object with `query` and, where needed, `variables`.',
  '请以 JSON 对象发送单个操作，包含 `query` 及所需的 `variables`。',
);
const NO_QUERY = refused('`query` must be a document as text.', '`query` 须为文本形式的请求文档。');
const NO_NAME = refused(
  `\`operationName\` must be text of at most ${String(MAX_NAME)} characters.`,
  `\`operationName\` 须为不超过 ${String(MAX_NAME)} 个字符的文本。`,
);
const NO_VARIABLES = refused('`variables` must be an object.', '`variables` 须为对象。');
const NO_PERSISTED: Told = {
  code: 'PERSISTED_QUERY_NOT_SUPPORTED',
  text: { en: 'Send the document itself, not its digest.', zh: '请发送请求文档本身，而非其摘要。' },
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isNothing = (value: unknown): boolean => value === null || value === undefined;

const badQuery = ({ query, extensions }: Readonly<Record<string, unknown>>): Told | undefined => {
  if (typeof query === 'string' && query !== '') return undefined;
  return isNothing(query) && isObject(extensions) && 'persistedQuery' in extensions ? NO_PERSISTED : NO_QUERY;
};

const badRest = ({ operationName, variables, extensions }: Readonly<Record<string, unknown>>): Told | undefined => {
  const named = isNothing(operationName) || (typeof operationName === 'string' && operationName.length <= MAX_NAME);
  if (!named) return NO_NAME;
  if (!isNothing(variables) && !isObject(variables)) return NO_VARIABLES;
  return isNothing(extensions) || isObject(extensions) ? undefined : NO_OBJECT;
};

/** One operation as the GraphQL protocols wrap it, or what is wrong with the wrapping. */
export const unwrapped = (body: unknown): Asked | Told => {
  if (!isObject(body)) return NO_OBJECT;
  // Checked field by field.
  return badQuery(body) ?? badRest(body) ?? (body as unknown as Asked);
};
