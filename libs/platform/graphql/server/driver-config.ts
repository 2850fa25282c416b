import type { Authenticator } from '#platform/identity';
import type { Log } from '#platform/telemetry';
import type { Views } from '#platform/views';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import { formatError } from '../errors/format-error.js';
import { limitsRule, MAX_TOKENS } from '../limits/limits-rule.js';
import { httpContext } from './http-context.js';
import { shedLoad } from './shed-load.js';

/** An operation to start from, in a tab of its own in the playground. */
export interface Example {
  readonly query: string;
  /** The variables of the example, as JSON. */
  readonly variables?: string;
}

export interface GraphqlOptions {
  /** Hides the schema from clients: no introspection, no suggestions in messages. */
  readonly production: boolean;
  readonly examples?: readonly Example[];
}

export const GRAPHQL_OPTIONS = Symbol('GraphqlOptions');

export const GRAPHQL_PATH = '/graphql';

/** Every option of the server that matters, said aloud. */
export const driverConfig = (
  { production }: GraphqlOptions,
  authenticator: Authenticator,
  views: Views,
  log: Log,
): Omit<ApolloDriverConfig, 'driver'> => ({
  path: GRAPHQL_PATH,
  autoSchemaFile: true,
  // At every start it would ask the schema everything about itself; a test compares the schema with the committed one.
  buildSchemaOptions: { skipCheck: true },
  context: httpContext(authenticator, views),
  formatError: formatError(log, production),
  validationRules: [limitsRule],
  parseOptions: { maxLexicalTokens: MAX_TOKENS },
  introspection: !production,
  hideSchemaDetailsFromClientErrors: production,
  includeStacktraceInErrorResponses: false,
  allowBatchedHttpRequests: false,
  csrfPrevention: true,
  // The framework would turn every answer that was executed into a 200, also one that is refused by `shedLoad`.
  preserveHttpStatusForExecutionErrors: false,
  plugins: [
    // It would visit every field of every answer; nothing here is cached by others.
    ApolloServerPluginCacheControlDisabled(),
    // For subgraphs only, and loaded at every start all the same.
    ApolloServerPluginInlineTraceDisabled(),
    // Nothing is told to anybody's cloud, whatever the environment says.
    ApolloServerPluginSchemaReportingDisabled(),
    ApolloServerPluginUsageReportingDisabled(),
    shedLoad(),
  ],
  // The product's own page is at /graphiql.
  playground: false,
  persistedQueries: false,
  stopOnTerminationSignals: false,
});
