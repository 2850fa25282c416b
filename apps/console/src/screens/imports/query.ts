import { graphql, type ResultOf } from '../../api/graphql';

export const IMPORTS = graphql(`
  query Imports($asOf: String, $after: String, $text: String, $confirmed: Boolean) {
    noticeImports(first: 50, after: $after, asOf: $asOf, text: $text, confirmed: $confirmed) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          fileName
          importedAt
          documents
          questions
          confirmedAt
          importedBy {
            id
            label
          }
          confirmedBy {
            id
            label
          }
        }
      }
    }
  }
`);

export type ImportRow = ResultOf<typeof IMPORTS>['noticeImports']['edges'][number]['node'];
