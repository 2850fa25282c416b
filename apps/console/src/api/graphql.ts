import { initGraphQLTada } from 'gql.tada';
import type { introspection } from './schema-types';

/** Writes queries that are typed by the server's schema; its types are made from it and are not kept. */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  scalars: { DateTime: string; Json: unknown };
}>();

export type { ResultOf } from 'gql.tada';
