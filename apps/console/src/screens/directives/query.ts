import { graphql, type ResultOf } from '../../api/graphql';
import type { DirectiveStatus, Urgency } from './which';

export const DIRECTIVES = graphql(`
  query Directives(
    $asOf: String
    $after: String
    $text: String
    $status: DirectiveStatus
    $awaiting: Awaited
    $issuerId: ID
    $urgency: Urgency
  ) {
    directives(
      first: 50
      after: $after
      asOf: $asOf
      text: $text
      status: $status
      awaiting: $awaiting
      issuerId: $issuerId
      urgency: $urgency
    ) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          title
          number
          status
          confirmed
          instrument
          urgency
          issuedAt
          issuer {
            id
            label
          }
          recipients {
            id
          }
        }
      }
    }
  }
`);

export type DirectivePage = ResultOf<typeof DIRECTIVES>['directives'];
export type DirectiveRow = DirectivePage['edges'][number]['node'];

/** What the API is asked for. */
export interface Asked {
  readonly asOf?: string | undefined;
  readonly text?: string | undefined;
  readonly status?: DirectiveStatus | undefined;
  readonly urgency?: Urgency | undefined;
  readonly issuerId?: string | undefined;
  readonly awaiting?: 'me' | undefined;
}

interface Wished extends Omit<Asked, 'issuerId'> {
  readonly issuer?: string | undefined;
}

/** The same as it stands in the address. */
export const askedBy = ({ issuer, asOf, text, status, urgency, awaiting }: Wished): Asked => ({
  ...{ asOf, text, status, urgency, awaiting },
  issuerId: issuer,
});
