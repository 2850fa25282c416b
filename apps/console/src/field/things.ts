import type { ResultOf } from '../api/graphql';
import { graphql } from '../api/graphql';
import { askGraph } from './ask-graph';
import { PLACE, placesIn, type KnownPlace, type Named } from './places';
import type { Capacity } from './queue/item';
import type { FieldStore } from './queue/store';

const THINGS = graphql(
  `
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
            ...FieldPlace
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
  `,
  [PLACE],
);

type Answered = ResultOf<typeof THINGS>;

/** What the form is filled with, as it was when somebody last had a network. */
export interface Things {
  readonly me: Answered['me'];
  readonly places: readonly KnownPlace[];
  readonly organisations: readonly Named[];
  readonly territories: readonly Named[];
}

const namesIn = (edges: readonly { readonly node: { readonly id: string; readonly name: string } }[]) =>
  edges.map(({ node: { id, name } }) => ({ id, label: name }));

const thingsIn = ({ me, responsibilityMatrix, organisations, territories }: Answered): Things => ({
  me,
  places: placesIn(responsibilityMatrix.edges),
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

const MOST_PLACES = 200;

/** With places that were looked for: they are there the next time, also without a network. */
export const withPlaces = (things: Things, found: readonly KnownPlace[]): Things => {
  const rest = things.places.filter((one) => found.every(({ dutyPointId }) => dutyPointId !== one.dutyPointId));
  return { ...things, places: [...rest, ...found].slice(-MOST_PLACES) };
};

export const keepThings = (store: FieldStore, whose: Whose, things: Things): Promise<void> =>
  store.keep(keyOf(whose), things);

/** Asks for it; undefined where nobody answers. What was looked for before stays known, as it was then. */
export const readThings = async (whose: Whose, kept: Things | undefined): Promise<Things | undefined> => {
  const answer = await askGraph(THINGS, {});
  if ('code' in answer || answer.data.me.person.id !== whose.owner) return undefined;
  const things = thingsIn(answer.data);
  return kept ? withPlaces({ ...things, places: kept.places }, things.places) : things;
};
