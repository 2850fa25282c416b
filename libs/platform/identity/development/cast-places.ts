import { pathBelow, type Id, type TerritoryPath, type Text } from '#kernel';
import { castId } from './cast-id.js';

/** A place of the invented jurisdiction, with its closed path from the root. */
export interface CastTerritory {
  readonly id: Id<'territory'>;
  readonly name: Text;
  readonly level: 'province' | 'city' | 'county' | 'developmentZone';
  readonly parent?: Id<'territory'>;
  readonly path: TerritoryPath;
}

/** An organisation; `territory` is where it works. */
export interface CastOrganisation {
  readonly id: Id<'organisation'>;
  readonly name: Text;
  readonly territory: CastTerritory;
  readonly parent?: Id<'organisation'>;
}

type Names = readonly [en: string, zh: string];

const territory = (key: string, [en, zh]: Names, level: CastTerritory['level'], above?: CastTerritory) => {
  const id = castId('territory', key);
  return {
    id,
    name: { en, zh },
    level,
    ...(above && { parent: above.id }),
    path: pathBelow(above?.path ?? '', id),
  } satisfies CastTerritory;
};

const province = territory('province-p', ['Province P', 'P省'], 'province');
const city = territory('city-q', ['City Q', 'Q市'], 'city', province);
const county1 = territory('county-k1', ['County K1', 'K1县'], 'county', city);
const county2 = territory('county-k2', ['County K2', 'K2县'], 'county', city);
const county3 = territory('county-k3', ['County K3', 'K3县'], 'county', city);

/** The invented jurisdiction: a province, its city, and the city's counties. */
export const CAST_TERRITORIES = { province, city, county1, county2, county3 } as const;

const organisation = (key: string, [en, zh]: Names, at: CastTerritory, above?: CastOrganisation) =>
  ({
    id: castId('organisation', key),
    name: { en, zh },
    territory: at,
    ...(above && { parent: above.id }),
  }) satisfies CastOrganisation;

const provinceHq = organisation('province-p-hq', ['Headquarters of Province P', 'P省指挥部'], province);
const hq = organisation('city-q-hq', ['Headquarters of City Q', 'Q市指挥部'], city, provinceHq);
const supervision = organisation('city-q-supervision', ['Supervision Office of City Q', 'Q市督查室'], city);
const discipline = organisation(
  'city-q-discipline',
  ['Discipline Inspection Organ of City Q', 'Q市纪检监察机关'],
  city,
);
const audit = organisation('city-q-audit', ['Audit Office of City Q', 'Q市审计局'], city);
const dataCentre = organisation('city-q-data', ['Data Centre of City Q', 'Q市数据中心'], city);
const county1Hq = organisation('county-k1-hq', ['Headquarters of County K1', 'K1县指挥部'], county1, hq);
const county2Hq = organisation('county-k2-hq', ['Headquarters of County K2', 'K2县指挥部'], county2, hq);
const county3Hq = organisation('county-k3-hq', ['Headquarters of County K3', 'K3县指挥部'], county3, hq);
const unit1 = organisation('unit-u1', ['Unit U1, a railway station', 'U1单位（火车站）'], county1, county1Hq);
const unit2 = organisation(
  'unit-u2',
  ['Unit U2, the exit desk of that station', 'U2单位（火车站出站口服务点）'],
  county1,
  county1Hq,
);

/** The invented organisations, by what they are to each other. */
export const CAST_ORGANISATIONS = {
  provinceHq,
  hq,
  supervision,
  discipline,
  audit,
  dataCentre,
  county1Hq,
  county2Hq,
  county3Hq,
  unit1,
  unit2,
} as const;
