import { GraphQLError, Lexer, parse, Source, TokenKind, type DocumentNode } from 'graphql';
import { MAX_TOKENS } from '../limits/limits-rule.js';
import type { Fault } from './faults.js';

/** Whether a document that could not be read has more tokens than are read: counted again, since the parser only says so in words. */
const hasTooManyTokens = (query: string): boolean => {
  const lexer = new Lexer(new Source(query));
  try {
    for (let count = 0; count <= MAX_TOKENS; count++) {
      if (lexer.advance().kind === TokenKind.EOF) return false;
    }
    return true;
  } catch {
    return false;
  }
};

const tokens = String(MAX_TOKENS);
const TOO_MANY_TOKENS = {
  code: 'TOO_MANY_TOKENS',
  text: { en: `At most ${tokens} tokens in one document.`, zh: `一个请求文档最多 ${tokens} 个词法单元。` },
} as const;
const UNREADABLE = {
  code: 'GRAPHQL_PARSE_FAILED',
  text: {
    en: 'The document cannot be read from this place on: see its brackets, quotation marks and names.',
    zh: '请求文档自此处起无法解析，请检查括号、引号与名称。',
  },
} as const;

/** The document, or why it cannot be read. */
export const parsed = (query: string): DocumentNode | Fault => {
  try {
    return parse(query, { maxLexicalTokens: MAX_TOKENS });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return { told: hasTooManyTokens(query) ? TOO_MANY_TOKENS : UNREADABLE, at: error };
  }
};
