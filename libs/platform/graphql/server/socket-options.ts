import type { IncomingHttpHeaders } from 'node:http';
import { ForeignOrigin, InvalidToken, type Authenticator, type OwnOrigin, type SignedIn } from '#platform/identity';
import type { Sentry } from '#platform/security';
import type { Log } from '#platform/telemetry';
import type { Views } from '#platform/views';
import type { ExecutionArgs, GraphQLSchema } from 'graphql';
import { GraphQLError } from 'graphql';
import { CloseCode, type Context, type ServerOptions, type SubscribePayload } from 'graphql-ws';
import { AppError } from '../errors/app-error.js';
import { toldOf } from '../errors/format-error.js';
import { MAX_ERRORS, written } from '../errors/told.js';
import type { Documents } from '../requests/documents.js';
import { languageOf } from './language.js';
import { newContext } from './new-context.js';
import { openInTime } from './open-in-time.js';
import { prepare } from './prepare.js';
import { MAX_SUBSCRIPTIONS, Presence } from './presence.js';

/** Operations that one connection may hold open. */
const MAX_OPERATIONS = 20;
/** Timers do not count further; a token that lasts longer ends with the connection then. */
const LONGEST_MS = 2 ** 31 - 1;
/** "Try again later": the client may connect again and ask what it missed. */
const TRY_AGAIN_LATER = 1013;
/** As the protocol says that somebody asks for too much of it. */
export const TOO_MANY = CloseCode.TooManyInitialisationRequests;

export interface SocketExtra {
  readonly close: (code: number, reason: string) => void;
  readonly headers: IncomingHttpHeaders;
  readonly protocol: 'http' | 'https';
  /** Where it comes from, by those who are believed about that. */
  readonly address: string;
  signedIn?: SignedIn;
  expiry?: NodeJS.Timeout;
  /** It ended, perhaps while it was still being found out whose it is. */
  gone?: true;
}

interface Needs {
  readonly schema: GraphQLSchema;
  readonly authenticator: Authenticator;
  readonly origin: OwnOrigin;
  readonly views: Views;
  readonly log: Log;
  readonly documents: Documents;
  readonly sentry: Pick<Sentry, 'asks' | 'foreign' | 'connects' | 'unknown' | 'oversized' | 'crowded'>;
}

type Next = Parameters<NonNullable<ServerOptions<Record<string, unknown>, SocketExtra>['onNext']>>;
type Connection = Context<Record<string, unknown> | undefined, SocketExtra>;

/** A token as `Authorization: Bearer …` or as `token`, in the first message: browsers cannot set headers here. */
const tokenOf = (params: Record<string, unknown> | undefined): string | undefined => {
  const said = params?.['authorization'] ?? params?.['Authorization'] ?? params?.['token'];
  return typeof said === 'string' ? said.replace(/^Bearer +/i, '') : undefined;
};

/** Closes to whom is not let in, and says no more than that. */
const shut = (extra: SocketExtra, error: unknown): void => {
  if (error instanceof ForeignOrigin) extra.close(CloseCode.Forbidden, 'Forbidden');
  else if (error instanceof InvalidToken) extra.close(CloseCode.Unauthorized, 'Unauthorized');
  else throw error;
};

/** The rules of a connection: no token, no connection; it ends when the token does; only subscriptions; the same limits and errors. */
export const socketOptions = ({ schema, authenticator, origin, views, log, documents, sentry }: Needs) => {
  const presence = new Presence();
  const formatted = ({ extra }: Connection, errors: readonly GraphQLError[]) =>
    errors
      .slice(0, MAX_ERRORS)
      .map((error) => written(toldOf(log, error), languageOf(extra.headers['accept-language']), error.toJSON()));
  return {
    schema,
    onConnect: async (connection: Connection) => {
      const { extra, connectionParams } = connection;
      try {
        const presented = { ...origin.shownBy(extra), token: tokenOf(connectionParams) };
        origin.hold(presented, extra.headers);
        extra.signedIn = await authenticator.authenticate(presented);
      } catch (error) {
        if (error instanceof ForeignOrigin) sentry.foreign('socket', extra.address);
        if (error instanceof InvalidToken) sentry.unknown(error.fault, 'socket', extra.address);
        shut(extra, error);
        return false;
      }
      if (extra.gone) return false;
      if (!presence.enter(extra.signedIn.actor.actorId, connection)) {
        sentry.crowded(extra.signedIn.actor);
        extra.close(TOO_MANY, 'TOO_MANY_CONNECTIONS');
        return false;
      }
      const left = Math.min(extra.signedIn.expiresAt - Date.now(), LONGEST_MS);
      extra.expiry = setTimeout(() => {
        extra.close(CloseCode.Unauthorized, 'Unauthorized');
      }, left);
      return true;
    },
    onClose: (connection: Connection) => {
      const { extra } = connection;
      extra.gone = true;
      clearTimeout(extra.expiry);
      if (extra.signedIn) presence.leave(extra.signedIn.actor.actorId, connection);
    },
    onSubscribe: async (
      connection: Connection,
      _id: string,
      payload: SubscribePayload,
    ): Promise<ExecutionArgs | readonly GraphQLError[]> => {
      const { signedIn } = connection.extra;
      if (Object.keys(connection.subscriptions).length > MAX_OPERATIONS) return [tooMany(MAX_OPERATIONS)];
      if (signedIn && presence.subscriptions(signedIn.actor.actorId) > MAX_SUBSCRIPTIONS) {
        return [tooMany(MAX_SUBSCRIPTIONS)];
      }
      if ((await signedIn?.isStill?.()) === false) {
        connection.extra.close(CloseCode.Unauthorized, 'Unauthorized');
        return [new GraphQLError('UNAUTHENTICATED', { originalError: new InvalidToken() })];
      }
      const { address } = connection.extra;
      return prepare({ documents, schema, sentry, address }, payload, contextOf(connection, views));
    },
    subscribe: (args: ExecutionArgs) => openInTime(args),
    onError: (connection, _id, _payload, errors) => formatted(connection, errors),
    onNext: (...[connection, , , , { errors, data = null }]: Next) =>
      errors ? { data, errors: formatted(connection, errors) } : undefined,
  } satisfies ServerOptions<Record<string, unknown>, SocketExtra>;
};

const tooMany = (limit: number) => {
  const most = String(limit);
  const error = new AppError('TOO_MANY_SUBSCRIPTIONS', {
    en: `At most ${most} subscriptions at once.`,
    zh: `同时最多 ${most} 个订阅。`,
  });
  return new GraphQLError(error.message, { originalError: error });
};

const contextOf = ({ extra }: Connection, views: Views) => {
  if (!extra.signedIn) throw new InvalidToken();
  return {
    ...newContext(views, extra.signedIn, languageOf(extra.headers['accept-language'])),
    isStill: extra.signedIn.isStill,
    hangUp: (reason: string) => {
      if (reason === 'SIGNED_OUT') extra.close(CloseCode.Unauthorized, 'Unauthorized');
      else extra.close(TRY_AGAIN_LATER, reason);
    },
  };
};
