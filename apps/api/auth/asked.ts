import type { FastifyRequest } from 'fastify';
import { type z } from 'zod';
import { authError } from './auth-errors.js';

/** The body of a request, in the form that is expected. Throws BAD_USER_INPUT with the way to the field that is at fault. */
export const bodyOf = <S extends z.ZodType>(
  schema: S,
  { headers, body }: Pick<FastifyRequest, 'headers' | 'body'>,
): z.output<S> => {
  const { data, error } = schema.safeParse(body);
  if (error)
    throw authError('BAD_USER_INPUT', headers['accept-language'], ...(error.issues[0]?.path.map(String) ?? []));
  return data;
};
