import type { Text } from '#kernel';
import { GraphQLError, type ASTVisitor, type OperationDefinitionNode, type ValidationContext } from 'graphql';
import type { ErrorCode } from '../errors/error-codes.js';
import type { Told } from '../errors/told.js';
import { MAX_ANSWER_BYTES } from './answer-size.js';
import { Scales } from './weigh.js';
import type { Weight } from './weight.js';

/** Tokens in a document; the parser stops there. */
export const MAX_TOKENS = 2000;

interface Limit {
  readonly code: ErrorCode;
  readonly of: (weight: Weight) => number;
  readonly most: number;
  readonly words: Text;
}

/** What one operation may ask for. Introspection is nested more deeply by nature, and held by graphql-js's own rule. */
export const LIMITS: readonly Limit[] = [
  { code: 'TOO_DEEP', of: ({ depth }) => depth, most: 16, words: { en: 'levels', zh: '层嵌套' } },
  { code: 'TOO_MANY_ALIASES', of: ({ aliases }) => aliases, most: 30, words: { en: 'aliases', zh: '个别名' } },
  { code: 'TOO_MANY_ROOT_FIELDS', of: ({ fields }) => fields, most: 20, words: { en: 'root fields', zh: '个根字段' } },
  {
    code: 'TOO_MANY_DIRECTIVES',
    of: ({ directives }) => directives,
    most: 30,
    words: { en: 'directives', zh: '个指令' },
  },
  {
    code: 'ANSWER_TOO_LARGE',
    of: ({ bytes }) => bytes,
    most: MAX_ANSWER_BYTES,
    words: {
      en: 'bytes to answer: take smaller pages, or less of long texts',
      zh: '字节应答内容：请减小每页条数，或只取长文本的一部分',
    },
  },
  { code: 'TOO_COSTLY', of: ({ cost }) => cost, most: 20_000, words: { en: 'fields to answer', zh: '个应答字段' } },
];

const toldOf = ({ code, most, words }: Limit): Told => ({
  code,
  text: {
    en: `At most ${String(most)} ${words.en} in one operation.`,
    zh: `一次操作最多 ${String(most)} ${words.zh}。`,
  },
});

const known = new WeakMap<GraphQLError, Told>();

/** What is told of an error that this rule reported; undefined for all others. */
export const limitOf = (error: GraphQLError): Told | undefined => known.get(error);

const refusal = (limit: Limit, node: OperationDefinitionNode) => {
  const error = new GraphQLError(limit.code, { nodes: node });
  known.set(error, toldOf(limit));
  return error;
};

/** Refuses operations that ask for too much, before anything is resolved. Each limit has a code of its own. */
export const limitsRule = (context: ValidationContext): ASTVisitor => {
  const scales = new Scales(context.getSchema(), context.getDocument());
  return {
    OperationDefinition: (node) => {
      const root = context.getSchema().getRootType(node.operation);
      const weight = scales.weigh(node.selectionSet, root ?? undefined);
      const total = { ...weight, directives: weight.directives + (node.directives?.length ?? 0) };
      for (const limit of LIMITS) {
        if (limit.of(total) > limit.most) context.reportError(refusal(limit, node));
      }
    },
  };
};
