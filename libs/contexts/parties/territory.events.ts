import { anId, anInstant, aTerritoryPath, eventsOf, fact, oneOf, type EventOf, type Words } from '#kernel';
import { z } from 'zod';

/** From the widest to the narrowest; a development zone has a place in the tree without being an administrative division. */
export const LEVELS = {
  nation: { en: 'Nation', zh: '国家' },
  province: { en: 'Province', zh: '省级' },
  city: { en: 'City', zh: '市级' },
  county: { en: 'County', zh: '县级' },
  developmentZone: { en: 'Development zone', zh: '开发区' },
  township: { en: 'Township or street', zh: '乡镇街道' },
  village: { en: 'Village or community', zh: '村社区' },
  grid: { en: 'Grid cell', zh: '网格' },
} as const satisfies Words;

export type Level = keyof typeof LEVELS;

/** Every fact that a `territory-…` stream can hold. */
export const territoryEvents = eventsOf('territory', {
  TerritoryAdded: fact('Territory added', '地域已建立', {
    name: z.string().min(1),
    level: oneOf(LEVELS),
    code: z.string().min(1).optional(),
    parentId: anId('territory').optional(),
    path: aTerritoryPath(),
    validFrom: anInstant(),
  }),
});

export type TerritoryEvent = EventOf<typeof territoryEvents>;
