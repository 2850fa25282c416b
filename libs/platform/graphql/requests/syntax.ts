import type { Text } from '#kernel';
import { GraphQLError, Lexer, parse, Source, TokenKind, type DocumentNode } from 'graphql';
import type { ErrorCode } from '../errors/error-codes.js';
import { MAX_TOKENS } from '../limits/limits-rule.js';
import type { Fault } from './faults.js';

/** Brackets in brackets: the parser calls itself for each, and values are not fields, whose depth is weighed later. */
const MAX_BRACKETS = 100;

const OPENS: ReadonlySet<string> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const CLOSES: ReadonlySet<string> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

const refused = (code: ErrorCode, en: string, zh: string) => ({ code, text: { en, zh } satisfies Text });

const tokens = String(MAX_TOKENS);
const TOO_MANY_TOKENS = refused(
  'TOO_MANY_TOKENS',
  `At most ${tokens} tokens in one document.`,
  `一个请求文档最多 ${tokens} 个词法单元。`,
);
const TOO_DEEP = refused(
  'TOO_DEEP',
  `At most ${String(MAX_BRACKETS)} brackets inside one another.`,
  `括号最多嵌套 ${String(MAX_BRACKETS)} 层。`,
);
const UNREADABLE = refused(
  'GRAPHQL_PARSE_FAILED',
  'The document cannot be read from this place on: see its brackets, quotation marks and names.',
  '请求文档自此处起无法解析，请检查括号、引号与名称。',
);

const stepOf = (kind: string): number => (OPENS.has(kind) ? 1 : CLOSES.has(kind) ? -1 : 0);

/** What is wrong with the size of a document, found out before the parser is let loose on it. */
const oversize = (query: string) => {
  const lexer = new Lexer(new Source(query));
  let depth = 0;
  for (let count = 0; count <= MAX_TOKENS; count++) {
    const { kind } = lexer.advance();
    if (kind === TokenKind.EOF) return undefined;
    depth += stepOf(kind);
    if (depth > MAX_BRACKETS) return TOO_DEEP;
  }
  return TOO_MANY_TOKENS;
};

/** The document, or why it cannot be read. */
export const parsed = (query: string): DocumentNode | Fault => {
  try {
    const told = oversize(query);
    return told ? { told } : parse(query);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return { told: UNREADABLE, at: error };
  }
};
