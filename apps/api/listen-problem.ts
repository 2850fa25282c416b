import { CannotStart } from '#platform/postgres';

interface Place {
  readonly host: string;
  readonly port: number;
}

const noAddress = ({ host }: Place): CannotStart =>
  new CannotStart({ en: `HOST ${host} is no address of this machine`, zh: '不是本机地址，请更改 HOST' });

const PROBLEMS: Readonly<Record<string, (place: Place) => CannotStart>> = {
  EADDRINUSE: ({ port }) =>
    new CannotStart({ en: `port ${port} is taken: set PORT to another one`, zh: '端口被占用，请将 PORT 改为其他端口' }),
  EACCES: ({ port }) =>
    new CannotStart({
      en: `port ${port} is not for this user: set PORT to 1024 or higher`,
      zh: '无权使用该端口，请将 PORT 设为 1024 以上',
    }),
  EADDRNOTAVAIL: noAddress,
  ENOTFOUND: noAddress,
  EAI_AGAIN: noAddress,
};

/** What the operator is told when it cannot listen there; undefined for a fault of the program's own. */
export const listenProblem = (error: unknown, place: Place): CannotStart | undefined =>
  error instanceof Error && 'code' in error ? PROBLEMS[String(error.code)]?.(place) : undefined;
