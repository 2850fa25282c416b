import { graphql, type ResultOf } from '../../api/graphql';

export const IMPORT = graphql(`
  query Import($id: ID!, $asOf: String, $waitFor: String) {
    noticeImport(id: $id, asOf: $asOf, waitFor: $waitFor) {
      id
      fileName
      bytes
      sha256
      confirmedAt
      importedAt
      importedBy {
        id
        label
      }
      confirmedBy {
        id
        label
      }
      viewerCan {
        command
        label
        allowed
        code
        reason
      }
      documents {
        title
        text
        complete
        dated {
          year
          month
          day
        }
        declared {
          words
          captured
        }
        damage {
          from
          to
        }
        leaks {
          kind
          text
        }
        clauses {
          order
          number
          level
          heading
          text
        }
        questions {
          asks
          from
          to
          words
        }
      }
    }
  }
`);

export type Imported = NonNullable<ResultOf<typeof IMPORT>['noticeImport']>;
export type Document = Imported['documents'][number];
export type Question = Document['questions'][number];
