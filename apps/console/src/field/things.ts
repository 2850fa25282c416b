import type { ResultOf } from '../api/graphql';
import { graphql } from '../api/graphql';
import { askGraph } from './ask-graph';
import { namesIn, type NamedKind } from './names';
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
        pageInfo {
          hasNextPage
        }
        edges {
          node {
            ...FieldPlace
          }
        }
      }
      organisations(first: 100) {
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
      territories(first: 100) {
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
  /** Of what there is more than is known here; unknown of what an older page kept. */
  readonly more?: Readonly<Record<'places' | NamedKind, boolean>>;
}

const thingsIn = ({ me, responsibilityMatrix, organisations, territories }: Answered): Things => ({
  me,
  places: placesIn(responsibilityMatrix.edges),
  organisations: namesIn(organisations.edges),
  territories: namesIn(territories.edges),
  more: {
    places: responsibilityMatrix.pageInfo.hasNextPage,
    organisations: organisations.pageInfo.hasNextPage,
    territories: territories.pageInfo.hasNextPage,
  },
});

interface Whose {
  readonly owner: string;
  readonly capacity: Capacity;
}
const keyOf = ({ owner, capacity: { postId, orgId } }: Whose): string => `things ${owner} ${postId} ${orgId}`;

/** What the form of one person in one post is filled with, as it was kept. */
export const keptThings = (store: FieldStore, whose: Whose): Promise<Things | undefined> =>
  store.kept<Things>(keyOf(whose));

/** How many of each are kept. */
const MOST = 200;

/** With places that were looked for: they are there the next time, also without a network. */
export const withPlaces = (things: Things, found: readonly KnownPlace[]): Things => {
  const rest = things.places.filter((one) => found.every(({ dutyPointId }) => dutyPointId !== one.dutyPointId));
  return { ...things, places: [...rest, ...found].slice(-MOST) };
};

/** Likewise with what was looked for by its name. */
export const withNames = (things: Things, kind: NamedKind, found: readonly Named[]): Things => {
  const rest = things[kind].filter((one) => found.every(({ id }) => id !== one.id));
  return { ...things, [kind]: [...rest, ...found].slice(-MOST) };
};

export const keepThings = (store: FieldStore, whose: Whose, things: Things): Promise<void> =>
  store.keep(keyOf(whose), things);

/** What was looked for before stays known, as it was then, where not everything is known anyhow. */
const withKept = (things: Things, kept: Things): Things => {
  const known = withPlaces({ ...things, places: kept.places }, things.places);
  const some = (['organisations', 'territories'] as const).filter((kind) => things.more?.[kind] === true);
  return some.reduce((all, kind) => withNames({ ...all, [kind]: kept[kind] }, kind, things[kind]), known);
};

/** Asks for it; undefined where nobody answers. */
export const readThings = async (whose: Whose, kept: Things | undefined): Promise<Things | undefined> => {
  const answer = await askGraph(THINGS, {});
  if ('code' in answer || answer.data.me.person.id !== whose.owner) return undefined;
  const things = thingsIn(answer.data);
  return kept ? withKept(things, kept) : things;
};
