import { z } from 'zod';

/** What every mutation answers. */
const outcome = z.discriminatedUnion('__typename', [
  z.object({
    __typename: z.literal('Recorded'),
    id: z.string(),
    position: z.string(),
    events: z.array(z.object({ type: z.string() })),
  }),
  z.object({ __typename: z.literal('Refused'), code: z.string(), message: z.string(), path: z.array(z.string()) }),
]);

const failure = z.object({
  message: z.string(),
  extensions: z.object({ code: z.string().optional(), path: z.array(z.string()).optional() }).optional(),
});

/** A GraphQL answer over HTTP: to a mutation called `outcome`, to `head`, or to a query that is asked for its patience only. */
export const graphqlAnswer = z.object({
  data: z.object({ outcome: outcome.optional(), head: z.string().nullish() }).nullish(),
  errors: z.array(failure).min(1).optional(),
});

export type GraphqlAnswer = z.output<typeof graphqlAnswer>;
