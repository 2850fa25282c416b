import { graphql, type ResultOf } from '../api/graphql';
import { askGraph } from './ask-graph';

/** Something, and what it is called. */
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

export const PLACE = graphql(`
  fragment FieldPlace on DutyPoint @_unmask {
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
`);

const FOUND = graphql(
  `
    query FieldPlaces($text: String!) {
      responsibilityMatrix(first: 10, text: $text) {
        edges {
          node {
            ...FieldPlace
          }
        }
      }
    }
  `,
  [PLACE],
);

interface Ref {
  readonly id: string;
  readonly label: string | null;
}
const named = ({ id, label }: Ref): Named => ({ id, label: label ?? id });

const placeIn = ({ id, place, step, territory, unit: { lead } }: ResultOf<typeof PLACE>): readonly KnownPlace[] => {
  if (place === null) return [];
  const unit = lead ? named(lead.organisation) : undefined;
  const person = lead?.person?.label ?? undefined;
  return [{ dutyPointId: id, place, step, territory: named(territory), unit, person }];
};

/** The places of a list of duty points. */
export const placesIn = (edges: readonly { readonly node: ResultOf<typeof PLACE> }[]): readonly KnownPlace[] =>
  edges.flatMap(({ node }) => placeIn(node));

/** Places with this text in their name or step; none where nobody answers. */
export const findPlaces = async (text: string): Promise<readonly KnownPlace[]> => {
  const answer = await askGraph(FOUND, { text });
  return 'data' in answer ? placesIn(answer.data.responsibilityMatrix.edges) : [];
};
