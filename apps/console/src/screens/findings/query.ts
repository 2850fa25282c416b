import { graphql, type ResultOf } from '../../api/graphql';
import { stagesIn, type Stage } from './stages';
import { askedByName, type Which } from './which';

export const FINDINGS = graphql(`
  query Findings(
    $asOf: String
    $after: String
    $text: String
    $dueSoon: Boolean
    $overdue: Boolean
    $relapsed: Boolean
    $awaiting: Awaited
    $status: [FindingStage!]
    $dueFrom: DateTime
    $dueTo: DateTime
    $waitFor: String
  ) {
    findings(
      first: 50
      after: $after
      asOf: $asOf
      text: $text
      dueSoon: $dueSoon
      overdue: $overdue
      relapsed: $relapsed
      awaiting: $awaiting
      status: $status
      dueFrom: $dueFrom
      dueTo: $dueTo
      waitFor: $waitFor
    ) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          number
          class
          severity
          status
          closedOut
          description
          place
          rectification {
            dueAt
            unit {
              id
              label
            }
          }
        }
      }
    }
  }
`);

export type FindingPage = ResultOf<typeof FINDINGS>['findings'];
export type FindingRow = FindingPage['edges'][number]['node'];

/** What the API is asked for. */
export interface Asked {
  readonly asOf?: string | undefined;
  readonly text?: string | undefined;
  readonly status?: Stage[] | undefined;
}

interface Wished extends Omit<Asked, 'status'> {
  readonly which?: Which | undefined;
  readonly stage?: string | undefined;
}

/** The same as it stands in the address. Stages that are asked for narrow those of a part. */
export const askedBy = ({ asOf, text, which, stage }: Wished, at: Date): Asked => {
  const { status: own, ...part } = { status: undefined, ...(which && askedByName(which, at)) };
  const chosen = stagesIn(stage);
  const status = own?.filter((one) => chosen.length === 0 || chosen.includes(one)) ?? [...chosen];
  return { ...{ asOf, text }, ...part, ...(status.length > 0 && { status }) };
};
