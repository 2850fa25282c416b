import { graphql, type ResultOf } from '../../api/graphql';

/** What is looked at itself is among them: one more is read than is shown. */
export const SIMILAR = graphql(`
  query SimilarFindings($class: FindingClass!, $dutyPointId: ID, $subjectOrgId: ID, $asOf: String) {
    findings(first: 6, class: $class, dutyPointId: $dutyPointId, subjectOrgId: $subjectOrgId, asOf: $asOf) {
      totalCount
      pageInfo {
        hasNextPage
      }
      edges {
        node {
          id
          number
          description
          status
          confirmedAt
          rectification {
            closedOutAt
          }
        }
      }
    }
  }
`);

export type Alike = ResultOf<typeof SIMILAR>['findings'];
export type AlikeOne = Alike['edges'][number]['node'];
