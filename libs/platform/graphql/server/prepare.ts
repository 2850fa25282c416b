import {
  getOperationAST,
  GraphQLError,
  OperationTypeNode,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type ExecutionArgs,
  type GraphQLSchema,
} from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import type { ErrorCode } from '../errors/error-codes.js';
import type { GraphqlContext } from './context.js';
import { limitsRule, MAX_TOKENS } from '../limits/limits-rule.js';

const coded = (error: GraphQLError, code: ErrorCode): GraphQLError =>
  new GraphQLError(error.message, { nodes: error.nodes ?? null, extensions: { code, ...error.extensions } });

const parsed = (query: string): DocumentNode | GraphQLError => {
  try {
    return parse(query, { maxLexicalTokens: MAX_TOKENS });
  } catch (error) {
    if (error instanceof GraphQLError) return coded(error, 'GRAPHQL_PARSE_FAILED');
    throw error;
  }
};

/** What is asked over a WebSocket, once it passed every rule that HTTP requests pass; only subscriptions do. */
export const prepare = (
  schema: GraphQLSchema,
  { query, operationName, variables }: SubscribePayload,
  hideSuggestions: boolean,
  contextValue: GraphqlContext,
): ExecutionArgs | readonly GraphQLError[] => {
  const document = parsed(query);
  if (document instanceof GraphQLError) return [document];
  const errors = validate(schema, document, [...specifiedRules, limitsRule], { hideSuggestions });
  if (errors.length > 0) return errors.map((error) => coded(error, 'GRAPHQL_VALIDATION_FAILED'));
  if (getOperationAST(document, operationName)?.operation !== OperationTypeNode.SUBSCRIPTION) {
    return [
      coded(new GraphQLError('Only subscriptions here; send the rest over HTTP. 此处仅支持订阅。'), 'BAD_REQUEST'),
    ];
  }
  return { schema, document, operationName, variableValues: variables, contextValue, hideSuggestions };
};
