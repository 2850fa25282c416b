import { presentedIn } from '#platform/identity';
import type { FastifyRequest } from 'fastify';
import { type z } from 'zod';
import { authError } from './auth-errors.js';

const host = (origin: string): string | undefined => (URL.canParse(origin) ? new URL(origin).host : undefined);

/**
 * The body of a request, in the form that is expected. Throws BAD_USER_INPUT with the way to the field that is at fault, and
 * FORBIDDEN for what a page of another origin sends: browsers always say from where.
 */
export const bodyOf = <S extends z.ZodType>(schema: S, { headers, body }: FastifyRequest): z.output<S> => {
  const { origin } = headers;
  if (origin !== undefined && host(origin) !== headers.host) throw authError('FORBIDDEN', headers['accept-language']);
  const { data, error } = schema.safeParse(body);
  if (error)
    throw authError('BAD_USER_INPUT', headers['accept-language'], ...(error.issues[0]?.path.map(String) ?? []));
  return data;
};

/** What the browser holds, if it holds anything. */
export const cookieIn = ({ headers }: FastifyRequest): string | undefined => presentedIn(headers).cookie;

/** Whether whoever asks came by TLS. */
export const isSecure = ({ protocol }: FastifyRequest): boolean => protocol === 'https';
