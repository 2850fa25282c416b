import { vocabulary, type WordOf } from '#kernel';

/** From the widest to the narrowest; a development zone has a place in the tree without being an administrative division. */
export const LEVELS = vocabulary(
  'TerritoryLevel',
  'A level of the place tree, the widest first.',
  '地域层级，由大到小。',
  {
    nation: { en: 'Nation', zh: '国家' },
    province: { en: 'Province', zh: '省级' },
    city: { en: 'City', zh: '市级' },
    county: { en: 'County', zh: '县级' },
    developmentZone: { en: 'Development zone', zh: '开发区' },
    township: { en: 'Township or street', zh: '乡镇街道' },
    village: { en: 'Village or community', zh: '村社区' },
    grid: { en: 'Grid cell', zh: '网格' },
  },
);

export type Level = WordOf<typeof LEVELS>;
