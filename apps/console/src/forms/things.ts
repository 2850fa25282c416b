import { graphql } from '../api/graphql';

/** Kinds of things that somebody looks for by their names. */
export type ThingKind =
  'organisation' | 'person' | 'territory' | 'dutyPoint' | 'finding' | 'directive' | 'meeting' | 'lateEntry';

/** What stands behind an id, by the name of its field: an id says nothing to those who fill a form. */
const KINDS: Readonly<Record<string, ThingKind>> = {
  ...{ unitId: 'organisation', acceptorOrgId: 'organisation', verifierOrgId: 'organisation', orgId: 'organisation' },
  ...{ recipientIds: 'organisation', heldById: 'organisation', directiveId: 'directive', successorId: 'directive' },
  ...{ postOrgId: 'organisation', firstId: 'person', secondId: 'person' },
  ...{ meetingId: 'meeting', lateEntryId: 'lateEntry', takenBy: 'person' },
  ...{ subjectOrgId: 'organisation', responsible: 'person', personId: 'person', outgoing: 'person' },
  ...{
    territoryId: 'territory',
    dutyPointId: 'dutyPoint',
    previous: 'dutyPoint',
    next: 'dutyPoint',
    operatorId: 'organisation',
    intoId: 'finding',
    notDuplicateOf: 'finding',
  },
  deputyId: 'person',
};

export const kindOfThing = (name: string): ThingKind | undefined => KINDS[name];

/** One kind is looked for at a time; the others are left out. */
export const THINGS = graphql(`
  query Things(
    $text: String
    $organisation: Boolean!
    $person: Boolean!
    $territory: Boolean!
    $dutyPoint: Boolean!
    $finding: Boolean!
    $directive: Boolean!
    $meeting: Boolean!
    $lateEntry: Boolean!
  ) {
    organisation: organisations(first: 20, text: $text) @include(if: $organisation) {
      pageInfo {
        hasNextPage
      }
      edges {
        node {
          id
          name: label
        }
      }
    }
    person: persons(first: 20, text: $text) @include(if: $person) {
      pageInfo {
        hasNextPage
      }
      edges {
        node {
          id
          name: label
        }
      }
    }
    territory: territories(first: 20, text: $text) @include(if: $territory) {
      pageInfo {
        hasNextPage
      }
      edges {
        node {
          id
          name: label
        }
      }
    }
    dutyPoint: responsibilityMatrix(first: 20, text: $text) @include(if: $dutyPoint) {
      pageInfo {
        hasNextPage
      }
      edges {
        node {
          id
          name: step
        }
      }
    }
    finding: findings(first: 20, text: $text) @include(if: $finding) {
      pageInfo {
        hasNextPage
      }
      edges {
        node {
          id
          name: description
          number
        }
      }
    }
    directive: directives(first: 20, text: $text) @include(if: $directive) {
      pageInfo {
        hasNextPage
      }
      edges {
        node {
          id
          name: title
        }
      }
    }
    meeting: meetings(first: 20, text: $text) @include(if: $meeting) {
      pageInfo {
        hasNextPage
      }
      edges {
        node {
          id
          name: title
        }
      }
    }
    lateEntry: lateEntries(first: 20, text: $text, status: confirmed) @include(if: $lateEntry) {
      pageInfo {
        hasNextPage
      }
      edges {
        node {
          id
          name: what
          number
        }
      }
    }
  }
`);
