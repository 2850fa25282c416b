import { named, viewOf, type Id, type TerritoryPath, type ViewOf } from '#kernel';
import { boxEvents } from './boxes.js';

export interface Place {
  readonly path: TerritoryPath;
}

/** The territory at the end of a path. */
export const territoryAt = (path: TerritoryPath): Id<'territory'> => `territory-${path.split('/').at(-2) ?? ''}`;

/** One row for each territory that a box was ever packed in: they stand for territories. */
export const placeCard = (owner: ViewOf<Place>['owner'] = 'directory') =>
  viewOf<Place, typeof boxEvents>({
    name: owner === 'directory' ? 'place_card' : 'owned_place_card',
    version: 1,
    of: boxEvents,
    key: ({ data }) => territoryAt('territoryPath' in data ? data.territoryPath : ''),
    owner,
    subject: { kind: 'territory', label: ({ path }) => named(path), path: ({ path }) => path },
    on: {
      BoxPacked: (_, { territoryPath }) => ({ path: territoryPath }),
      BoxMoved: 'ignore',
      BoxOpened: 'ignore',
      BoxWeighed: 'ignore',
      BoxBurnt: 'ignore',
    },
  });
