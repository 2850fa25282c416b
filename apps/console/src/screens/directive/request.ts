import { graphql, type ResultOf } from '../../api/graphql';

/** What an order asks of one that it carries on. */
export const REQUEST = graphql(`
  fragment Request on DirectiveRequest @_unmask {
    id
    child {
      id
      label
    }
    parent {
      id
      label
    }
    clauses {
      clause
      how
      reason
      text
      status
      ruling
      due {
        at
        text
      }
    }
    viewerCan {
      command
      allowed
    }
  }
`);

export type Request = ResultOf<typeof REQUEST>;
