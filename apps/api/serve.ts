import 'reflect-metadata';
import { CannotStart } from '#platform/postgres';
import { NestLog, type Log } from '#platform/telemetry';
import { httpAdapter } from '#platform/graphql';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import type { Settings } from './config.js';
import { openEventLog } from './event-log.js';

export interface Serving {
  /** Where it listens, without a slash at the end. */
  readonly address: string;
  /** Answers what was asked already, then ends. */
  readonly close: () => Promise<void>;
}

const HOST = '127.0.0.1';

/** Makes the application and lets it listen. */
export const serve = async (settings: Settings, log: Log): Promise<Serving> => {
  const adapter = httpAdapter();
  const options = { logger: new NestLog(log), abortOnError: false };
  // Before the application is made, so that the operator reads one line when there is no log.
  const events = await openEventLog(settings);
  const module = AppModule.with({ ...settings, events }, log);
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, options).catch(
    async (error: unknown) => {
      await events.close();
      throw error;
    },
  );
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
    await app.listen(settings.port, HOST);
    return { address: await app.getUrl(), close };
  } catch (error) {
    await close();
    throw portProblem(error, settings.port) ?? error;
  }
};

const PORT_PROBLEMS: Readonly<Record<string, (port: number) => CannotStart>> = {
  EADDRINUSE: (port) =>
    new CannotStart({ en: `port ${port} is taken: set PORT to another one`, zh: '端口被占用，请将 PORT 改为其他端口' }),
  EACCES: (port) =>
    new CannotStart({
      en: `port ${port} is not for this user: set PORT to 1024 or higher`,
      zh: '无权使用该端口，请将 PORT 设为 1024 以上',
    }),
};

const portProblem = (error: unknown, port: number): CannotStart | undefined =>
  error instanceof Error && 'code' in error ? PORT_PROBLEMS[String(error.code)]?.(port) : undefined;
