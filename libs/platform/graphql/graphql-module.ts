import { AUTHENTICATOR, IdentityGuard, type Authenticator } from '#platform/identity';
import { LOG, type Log } from '#platform/telemetry';
import { VIEWS, type Views } from '#platform/views';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { GraphqlErrors } from './errors/graphql-errors.filter.js';
import { GraphiqlController } from './graphiql/graphiql.controller.js';
import { InputPipe } from './input/input.pipe.js';
import { RecordedFeed } from './subscriptions/recorded-feed.js';
import { RecordedResolver } from './subscriptions/recorded.resolver.js';
import { RefResolver } from './output/ref.resolver.js';
import { driverConfig, GRAPHQL_OPTIONS, type GraphqlOptions } from './server/driver-config.js';
import { SocketServer } from './server/socket-server.js';

@Module({})
class GraphqlPlatform {}

/**
 * The API: `/graphql` over HTTP and WebSocket, `/graphiql`, the guard, the pipe and the filter of the whole application.
 * `AUTHENTICATOR`, `VIEWS`, `EVENT_STORE` and `LOG` must come from global modules.
 */
export const graphqlModule = (options: GraphqlOptions): DynamicModule => ({
  module: GraphqlPlatform,
  imports: [
    GraphQLModule.forRootAsync<ApolloDriverConfig>({
      driver: ApolloDriver,
      inject: [AUTHENTICATOR, VIEWS, LOG],
      useFactory: (authenticator: Authenticator, views: Views, log: Log) =>
        driverConfig(options, authenticator, views, log),
    }),
  ],
  controllers: [GraphiqlController],
  providers: [
    RefResolver,
    RecordedFeed,
    RecordedResolver,
    SocketServer,
    { provide: GRAPHQL_OPTIONS, useValue: options },
    { provide: APP_GUARD, useClass: IdentityGuard },
    { provide: APP_PIPE, useClass: InputPipe },
    { provide: APP_FILTER, useClass: GraphqlErrors },
  ],
});
