import { graphql, type ResultOf } from '../../api/graphql';

/** The order whose clause asks for a duty, and what its clauses say. */
export const ORDER = graphql(`
  query OrderOfDuty($id: ID!) {
    directive(id: $id) {
      id
      title
      clauses {
        key
        number
        text
        heading
      }
    }
  }
`);

export type Order = NonNullable<ResultOf<typeof ORDER>['directive']>;
export type Clause = Order['clauses'][number];
