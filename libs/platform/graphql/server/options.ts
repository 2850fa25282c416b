import type { Documents } from '../requests/documents.js';

/** An operation to start from, in a tab of its own in the playground. */
export interface Example {
  readonly query: string;
  /** The variables of the example, as JSON. */
  readonly variables?: string;
}

export interface GraphqlSettings {
  /** Hides the schema from clients: no introspection, no suggestions, no playground, no names in messages. */
  readonly production: boolean;
  readonly examples?: readonly Example[];
}

export interface GraphqlOptions extends GraphqlSettings {
  /** What was read and checked of the documents that clients sent. */
  readonly documents: Documents;
}

export const GRAPHQL_OPTIONS = Symbol('GraphqlOptions');

export const GRAPHQL_PATH = '/graphql';
