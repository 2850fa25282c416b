import 'reflect-metadata';
import { Server } from 'node:tls';
import type { Text } from '#kernel';
import { FrameworkLog, type Log } from '#platform/telemetry';
import { httpAdapter, watchHeaders } from '#platform/graphql';
import { SENTRY, type Sentry } from '#platform/security';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import type { Settings } from './config.js';
import { CONSOLE, type ConsoleFiles } from './console/console-files.js';
import { openEventLog } from './event-log.js';
import { openOwnKeys } from './keys/open-own-keys.js';
import { listenProblem } from './listen-problem.js';
import { LOOPBACK } from './network/network.js';
import { TlsFiles } from './network/tls-files.js';

export interface Serving {
  /** Where it listens, without a slash at the end. */
  readonly address: string;
  /** Whether the console is there to be served. */
  readonly hasConsole: boolean;
  /** How long a log outside PostgreSQL is waited for. */
  readonly patience: Text | undefined;
  /** Answers what was asked already, then ends. */
  readonly close: () => Promise<void>;
}

/** Makes the application and lets it listen. */
export const serve = async (settings: Settings, log: Log): Promise<Serving> => {
  const { host, tls: paths, trustedProxies } = settings.network ?? LOOPBACK;
  const tls = paths && (await TlsFiles.open(paths));
  const adapter = httpAdapter({ tls: tls?.first, trustedProxies });
  const options = { logger: new FrameworkLog(log), abortOnError: false };
  // Before the application is made, so that the operator reads one line when there is no log, or when its keys are not here.
  const events = await openEventLog(settings);
  const returned = (keys: number) =>
    log.warn({ keys }, 'keys that had been erased were here again, as after a restore: they are erased again');
  const keys = await openOwnKeys(settings, events, returned).catch(leaving(events));
  const module = AppModule.with({ ...settings, events, keys, tls }, log);
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, options).catch(leaving(events, keys));
  watchHeaders(app.getHttpServer(), app.get<Sentry>(SENTRY));
  let closing = false;
  // Otherwise connections that clients keep open would hold up the end for ten seconds.
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onSend', (_request, reply, payload, done) => {
      if (closing) void reply.header('connection', 'close');
      done(null, payload);
    });
  const close = () => {
    closing = true;
    return app.close();
  };
  try {
    await app.listen(settings.port, host);
    const hasConsole = app.get<ConsoleFiles>(CONSOLE).isBuilt;
    return { address: await addressOf(app, tls), hasConsole, patience: events.patience, close };
  } catch (error) {
    await close();
    throw listenProblem(error, { host, port: settings.port }) ?? error;
  }
};

/** Closes what was opened in vain, and goes on failing. */
const leaving =
  (...opened: readonly { close(): Promise<void> }[]) =>
  async (error: unknown): Promise<never> => {
    for (const one of opened) await one.close();
    throw error;
  };

/** Where it listens; its files for HTTPS are looked after from now on. */
const addressOf = async (app: NestFastifyApplication, tls: TlsFiles | undefined): Promise<string> => {
  const server: unknown = app.getHttpServer();
  if (server instanceof Server) tls?.servedBy(server);
  const address = await app.getUrl();
  // The framework knows nothing of the adapter's TLS.
  return tls ? address.replace(/^http:/, 'https:') : address;
};
