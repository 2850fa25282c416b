import {
  anId,
  flag,
  instant,
  kept,
  named,
  optional,
  ownId,
  pointer,
  ref,
  rowOf,
  text,
  word,
  type PartData,
  viewOf,
} from '#kernel';
import { renamed } from '../../english-name.js';
import { territoryEvents } from '../territory.events.js';
import { LEVELS } from '../territory.words.js';

const PATH = 36 * 8;

export const territoryRow = rowOf('Territory', 'A place in the tree of places.', '地域。', {
  id: ownId('Its id.', '编号。'),
  name: text(100, 'Its name.', '名称。'),
  nameEn: optional(text(100, 'Its English name, where it has one.', '英文名称。')),
  level: word(LEVELS, 'How wide it is.', '层级。'),
  code: optional(text(40, 'Its official code, when it has one.', '行政区划代码。')),
  parent: optional(pointer('The place it lies in.', '上级地域。')),
  topmost: flag('It lies in no other place.', '是否为最上级地域。'),
  path: text(PATH, 'The way to it from the root: UUIDs, each ended by a slash.', '自根起的路径。'),
  validFrom: instant('Since when it has been so.', '生效时间。'),
  parentId: optional(kept(anId('territory'))),
});

export type TerritoryCard = PartData<typeof territoryRow>;

/** The tree of places, open to everybody who is signed in. */
export const territoryCard = viewOf<TerritoryCard, typeof territoryEvents>({
  name: 'territory_card',
  version: 6,
  of: territoryEvents,
  key: (_, { stream }) => stream,
  owner: 'directory',
  closed: { fields: [], to: ({ path }) => ({ people: [], owner: { territory: path, orgs: [] } }) },
  subject: { label: ({ name, nameEn }) => named(name, nameEn), path: ({ path }) => path },
  indexes: ['level', 'parentId', 'topmost', 'code'],
  searched: ['name', 'nameEn'],
  named: ['name'],
  on: {
    TerritoryAdded: (_, { parentId, ...territory }, { stream }) => ({
      id: stream,
      ...territory,
      topmost: parentId === undefined,
      ...(parentId && { parentId, parent: ref(parentId) }),
    }),
    TerritoryCorrected: (card, { code, validFrom, ...said }) =>
      card && { ...renamed(card, said), ...(code && { code }), ...(validFrom && { validFrom }) },
  },
});
