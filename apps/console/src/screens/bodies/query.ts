import { graphql, type ResultOf } from '../../api/graphql';

/** The places right below one, or those at the top. */
export const PLACES_BELOW = graphql(`
  query PlacesBelow($parentId: ID, $topmost: Boolean, $asOf: String, $after: String, $waitFor: String) {
    territories(first: 100, parentId: $parentId, topmost: $topmost, asOf: $asOf, after: $after, waitFor: $waitFor) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          name: label
          path
        }
      }
    }
  }
`);

export const PLACE = graphql(`
  query Place($id: ID!, $asOf: String, $waitFor: String) {
    territory(id: $id, asOf: $asOf, waitFor: $waitFor) {
      id
      name: label
      level
      code
      path
      validFrom
      parent {
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
    }
    me {
      viewerCan(only: ["createOrganisation", "addTerritory"]) {
        command
        label
        allowed
        code
        reason
      }
    }
  }
`);

export const BODIES = graphql(`
  query Bodies(
    $territoryId: ID
    $text: String
    $orgKind: OrganisationKind
    $after: String
    $asOf: String
    $waitFor: String
  ) {
    organisations(
      first: 50
      territoryId: $territoryId
      text: $text
      orgKind: $orgKind
      after: $after
      asOf: $asOf
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
          name: label
          orgKind
          line
          temporary
          validFrom
          dissolvedAt
          territory {
            id
            label
          }
          parent {
            id
            label
          }
        }
      }
    }
  }
`);

export type BodyPage = ResultOf<typeof BODIES>['organisations'];
export type BodyOfList = BodyPage['edges'][number]['node'];
export type LookedAtPlace = ResultOf<typeof PLACE>;
export type Place = NonNullable<LookedAtPlace['territory']>;
export const placesIn = ({ territories }: ResultOf<typeof PLACES_BELOW>) => territories;

export type PlaceBelow = ResultOf<typeof PLACES_BELOW>['territories']['edges'][number]['node'];
