import { graphql, type ResultOf } from '../../api/graphql';

export const DIRECTIVE = graphql(`
  query Directive($id: ID!, $asOf: String, $textVersion: Int, $waitFor: String) {
    directive(id: $id, asOf: $asOf, textVersion: $textVersion, waitFor: $waitFor) {
      id
      title
      number
      status
      confirmed
      instrument
      urgency
      issuedAt
      textVersion
      text
      endedAt
      endReason
      issuer {
        id
        label
      }
      meeting {
        id
        label
      }
      relayOf {
        id
        label
      }
      supersededBy {
        id
        label
      }
      provenance {
        notice {
          id
        }
        original {
          fileName
        }
      }
      bases {
        citation
        directive {
          id
          label
        }
      }
      clauses {
        key
        number
        order
        parent
        text
        heading
        due {
          rule
          at
          text
        }
      }
    }
  }
`);

/** What stands beside the text, and may come after it. */
export const BESIDE = graphql(`
  query BesideDirective($id: ID!, $asOf: String, $waitFor: String) {
    directive(id: $id, asOf: $asOf, waitFor: $waitFor) {
      id
      textVersion
      textVersions {
        textVersion
        since
      }
      viewerCan {
        command
        label
        allowed
        code
        reason
      }
      links {
        link
        to {
          citation
          directive {
            id
            label
          }
        }
      }
      clauseMap {
        clause
        how
        by
        reason
        directive {
          id
        }
      }
      warnings {
        under
        declared
      }
    }
  }
`);

export type Order = NonNullable<ResultOf<typeof DIRECTIVE>['directive']>;
export type Clause = Order['clauses'][number];
export type Beside = ResultOf<typeof BESIDE>;
export type PresentOrder = NonNullable<Beside['directive']>;
