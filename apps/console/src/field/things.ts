import type { ResultOf } from '../api/graphql';
import { graphql } from '../api/graphql';
import { askGraph } from './ask-graph';
import type { Capacity } from './queue/item';
import type { FieldStore } from './queue/store';

const THINGS = graphql(`
  query FieldThings {
    me {
      person {
        id
        label
      }
      post {
        id
        label
      }
      organisation {
        id
        label
      }
      territory {
        id
        label
      }
      grants {
        role
      }
      viewerCan(only: ["recordObservation"]) {
        allowed
      }
    }
    responsibilityMatrix(first: 60) {
      edges {
        node {
          id
          place
          step
          territory {
            id
            label
          }
          unit {
            lead {
              organisation {
                id
                label
              }
              person {
                id
                label
              }
            }
          }
        }
      }
    }
    organisations(first: 100) {
      edges {
        node {
          id
          name
        }
      }
    }
    territories(first: 100) {
      edges {
        node {
          id
          name
        }
      }
    }
  }
`);

type Answered = ResultOf<typeof THINGS>;

export interface Named {
  readonly id: string;
  readonly label: string;
}

/** A place that duties are known of, one step each; its unit is the one that leads it now. */
export interface KnownPlace {
  readonly dutyPointId: string;
  readonly place: string;
  readonly step: string;
  readonly territory: Named;
  readonly unit: Named | undefined;
  readonly person: string | undefined;
}

/** What the form is filled with, as it was when somebody last had a network. */
export interface Things {
  readonly me: Answered['me'];
  readonly places: readonly KnownPlace[];
  readonly organisations: readonly Named[];
  readonly territories: readonly Named[];
}

interface Ref {
  readonly id: string;
  readonly label: string | null;
}
const named = ({ id, label }: Ref): Named => ({ id, label: label ?? id });

type DutyPoint = Answered['responsibilityMatrix']['edges'][number]['node'];
const placesIn = ({ id, place, step, territory, unit: { lead } }: DutyPoint): readonly KnownPlace[] => {
  if (place === null) return [];
  const unit = lead ? named(lead.organisation) : undefined;
  return [
    { dutyPointId: id, place, step, territory: named(territory), unit, person: lead?.person?.label ?? undefined },
  ];
};

const namesIn = (edges: readonly { readonly node: { readonly id: string; readonly name: string } }[]) =>
  edges.map(({ node: { id, name } }) => ({ id, label: name }));

const thingsIn = ({ me, responsibilityMatrix, organisations, territories }: Answered): Things => ({
  me,
  places: responsibilityMatrix.edges.flatMap(({ node }) => placesIn(node)),
  organisations: namesIn(organisations.edges),
  territories: namesIn(territories.edges),
});

interface Whose {
  readonly owner: string;
  readonly capacity: Capacity;
}
const keyOf = ({ owner, capacity: { postId, orgId } }: Whose): string => `things ${owner} ${postId} ${orgId}`;

/** What the form of one person in one post is filled with, as it was kept. */
export const keptThings = (store: FieldStore, whose: Whose): Promise<Things | undefined> =>
  store.kept<Things>(keyOf(whose));

/** Asks for it, and keeps it; undefined where nobody answers. */
export const readThings = async (store: FieldStore, whose: Whose): Promise<Things | undefined> => {
  const answer = await askGraph(THINGS, {});
  if ('code' in answer || answer.data.me.person.id !== whose.owner) return undefined;
  const things = thingsIn(answer.data);
  await store.keep(keyOf(whose), things);
  return things;
};
