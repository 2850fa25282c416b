import { IdentityGuard } from '#platform/identity';
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
import { Documents } from './requests/documents.js';
import { HttpGate } from './requests/http-gate.js';
import { AskingGuard } from './server/may-ask.js';
import { SafeHeaders } from './server/safe-headers.js';
import { Bearers } from './server/bearers.js';
import { driverConfig } from './server/driver-config.js';
import { GRAPHQL_OPTIONS, type GraphqlOptions, type GraphqlSettings } from './server/options.js';
import { SocketServer } from './server/socket-server.js';

@Module({})
class GraphqlPlatform {}

@Module({ providers: [Bearers], exports: [Bearers] })
class WhoAsks {}

/**
 * The API: `/graphql` over HTTP and WebSocket, `/graphiql`, the guard, the pipe and the filter of the whole application.
 * `AUTHENTICATOR`, `VIEWS`, `EVENT_STORE` and `LOG` must come from global modules.
 */
export const graphqlModule = (settings: GraphqlSettings): DynamicModule => {
  const options: GraphqlOptions = { ...settings, documents: new Documents(settings.production) };
  return {
    module: GraphqlPlatform,
    imports: [
      WhoAsks,
      GraphQLModule.forRootAsync<ApolloDriverConfig>({
        driver: ApolloDriver,
        imports: [WhoAsks],
        inject: [Bearers, VIEWS, LOG],
        useFactory: (bearers: Bearers, views: Views, log: Log) => driverConfig(options, bearers, views, log),
      }),
    ],
    controllers: settings.production ? [] : [GraphiqlController],
    providers: [
      RefResolver,
      RecordedFeed,
      RecordedResolver,
      SafeHeaders,
      HttpGate,
      SocketServer,
      { provide: GRAPHQL_OPTIONS, useValue: options },
      { provide: APP_GUARD, useClass: IdentityGuard },
      { provide: APP_GUARD, useClass: AskingGuard },
      { provide: APP_PIPE, useClass: InputPipe },
      { provide: APP_FILTER, useClass: GraphqlErrors },
    ],
  };
};
