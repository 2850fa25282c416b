import { FrameworkLog, type Log } from '#platform/telemetry';
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
import type { Bearers } from './bearers.js';
import { boundErrors } from './bound-errors.js';
import { httpContext } from './http-context.js';
import { GRAPHQL_PATH, type GraphqlOptions } from './options.js';
import { shedLoad } from './shed-load.js';

/** Every option of the server that matters, said aloud. The gate before it has read and checked what comes in. */
export const driverConfig = (
  { production, documents }: GraphqlOptions,
  bearers: Bearers,
  views: Views,
  log: Log,
): Omit<ApolloDriverConfig, 'driver'> => ({
  path: GRAPHQL_PATH,
  autoSchemaFile: true,
  // At every start it would ask the schema everything about itself; a test compares the schema with the committed one.
  buildSchemaOptions: { skipCheck: true },
  context: httpContext(bearers, views),
  formatError: formatError(log),
  // Its own would print what it caught on standard output.
  logger: new FrameworkLog(log),
  documentStore: documents,
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
    boundErrors(),
  ],
  // The product's own page is at /graphiql.
  playground: false,
  persistedQueries: false,
  stopOnTerminationSignals: false,
});
