import { graphqlModule } from '#platform/graphql';
import type { Log } from '#platform/telemetry';
import { RecordResolver, TimelineResolver } from '#platform/timeline';
import { Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { IssuerLogoutController } from './auth/issuer-logout.controller.js';
import { OwnSessionsResolver } from './auth/own-sessions.resolver.js';
import { OwnTokensResolver } from './auth/own-tokens.resolver.js';
import { OpenIdController } from './auth/openid.controller.js';
import { PasswordController } from './auth/password.controller.js';
import { SessionController } from './auth/session.controller.js';
import { SessionsController } from './auth/sessions.controller.js';
import { SignInController } from './auth/sign-in.controller.js';
import { TokenController } from './auth/token.controller.js';
import { TokensController } from './auth/tokens.controller.js';
import { ConsoleController } from './console/console.controller.js';
import { CONSOLE, ConsoleFiles } from './console/console-files.js';
import { RESOLVERS_OF_ALL } from './contexts.js';
import type { Opened } from './event-log.js';
import { DownloadsController } from './evidence/downloads.controller.js';
import { UploadsController } from './evidence/uploads.controller.js';
import { EXAMPLES } from './examples.js';
import { HealthController } from './health.controller.js';
import { LogTime } from './log-time.js';
import { MetricsController } from './metrics.controller.js';
import { PlatformModule } from './platform.module.js';
import { FreshnessResolver } from './system/freshness.resolver.js';
import { SecurityLogResolver } from './system/security-log.resolver.js';
import { SystemResolver } from './system/system.resolver.js';

/** The whole application: one platform, every context. */
@Module({})
export class AppModule {
  static with(settings: Opened, log: Log): DynamicModule {
    return {
      module: AppModule,
      imports: [
        CqrsModule.forRoot(),
        PlatformModule.with(settings, log),
        graphqlModule({ production: settings.production, examples: EXAMPLES }),
      ],
      controllers: [
        ConsoleController,
        DownloadsController,
        SessionController,
        SessionsController,
        HealthController,
        MetricsController,
        OpenIdController,
        IssuerLogoutController,
        PasswordController,
        SignInController,
        TokenController,
        TokensController,
        UploadsController,
      ],
      providers: [
        { provide: CONSOLE, useFactory: () => new ConsoleFiles() },
        LogTime,
        TimelineResolver,
        RecordResolver,
        OwnSessionsResolver,
        OwnTokensResolver,
        FreshnessResolver,
        SystemResolver,
        SecurityLogResolver,
        ...RESOLVERS_OF_ALL,
      ],
    };
  }
}
