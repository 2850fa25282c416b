import type { Role, Text } from '#kernel';
import { pathBelow } from '#kernel';
import {
  CAST,
  CAST_ORGANISATIONS,
  CAST_TERRITORIES,
  castId,
  type CastOrganisation,
  type CastPerson,
  type CastTerritory,
} from '#platform/identity';

const { city } = CAST_TERRITORIES;

const zoneId = castId('territory', 'zone-z');

/** A place of City Q that is no administrative division, and a recipient like the counties (C4). */
export const ZONE: CastTerritory = {
  id: zoneId,
  name: { en: 'Development Zone Z', zh: 'Z开发区' },
  level: 'developmentZone',
  parent: city.id,
  path: pathBelow(city.path, zoneId),
};

export const ZONE_HQ: CastOrganisation = {
  id: castId('organisation', 'zone-z-hq'),
  name: { en: 'Headquarters of Development Zone Z', zh: 'Z开发区指挥部' },
  territory: ZONE,
  parent: CAST_ORGANISATIONS.hq.id,
};

/** Somebody of the development cast, by role. */
const the = (as: CastPerson['as']): CastPerson => {
  const person = CAST.find((one) => one.as === as);
  if (!person) throw new Error(`nobody of the cast is called ${as}`);
  return person;
};

interface Extra {
  readonly as: Exclude<Role, 'system'>;
  readonly name: Text;
  readonly title: Text;
  readonly of: CastOrganisation;
}

const extra = (key: string, { as, name, title, of }: Extra): CastPerson => ({
  id: castId('person', key),
  as,
  name,
  post: { id: castId('post', key), title, organisation: of },
  territory: of.territory.path,
});

const CLERK = { en: 'HQ office clerk', zh: '指挥部办公室干部' };
const HEAD = { en: 'Unit head', zh: '单位主要负责人' };

const ADMINISTRATOR = { en: 'Administrator', zh: '系统管理员' };

/** Everybody in the story, all invented: the development cast, and those who answer in the counties and at the exit. */
export const PEOPLE = {
  admin: the('admin'),
  hq: the('hq'),
  commander: the('commander'),
  inspector: the('inspector'),
  lead: the('lead'),
  supervision: the('supervision'),
  supervisionHead: the('supervision-head'),
  unit: the('unit'),
  unitHead: the('unit-head'),
  discipline: the('discipline'),
  auditor: the('auditor'),
  publicReader: the('public'),
  /** Without a second one nobody could approve what the first one proposes. */
  secondAdmin: extra('admin-2', {
    as: 'admin',
    name: { en: 'Guan Heng', zh: '关衡' },
    title: ADMINISTRATOR,
    of: CAST_ORGANISATIONS.dataCentre,
  }),
  /** The first administrator: sets everything up, hands over to two others, and has no role and no password from then on. */
  installer: extra('installer', {
    as: 'admin',
    name: { en: 'An Zhi', zh: '安置' },
    title: { en: 'Installer', zh: '安装人员' },
    of: CAST_ORGANISATIONS.provinceHq,
  }),
  county1: extra('county-k1-clerk', {
    as: 'hq',
    name: { en: 'Xian Yi', zh: '贤一' },
    title: CLERK,
    of: CAST_ORGANISATIONS.county1Hq,
  }),
  county2: extra('county-k2-clerk', {
    as: 'hq',
    name: { en: 'Xian Er', zh: '贤尔' },
    title: CLERK,
    of: CAST_ORGANISATIONS.county2Hq,
  }),
  county3: extra('county-k3-clerk', {
    as: 'hq',
    name: { en: 'Xian San', zh: '贤叁' },
    title: CLERK,
    of: CAST_ORGANISATIONS.county3Hq,
  }),
  zone: extra('zone-z-clerk', { as: 'hq', name: { en: 'Kai Fa', zh: '开发' }, title: CLERK, of: ZONE_HQ }),
  exitHead: extra('unit-u2-head', {
    as: 'unit-head',
    name: { en: 'Chu Kou', zh: '楚寇' },
    title: HEAD,
    of: CAST_ORGANISATIONS.unit2,
  }),
  exitClerk: extra('unit-u2-clerk', {
    as: 'unit',
    name: { en: 'Wei Hu', zh: '魏护' },
    title: { en: 'Exit desk clerk', zh: '出站口工作人员' },
    of: CAST_ORGANISATIONS.unit2,
  }),
} as const satisfies Record<string, CastPerson>;

/** Every place, from the top down. */
export const PLACES: readonly CastTerritory[] = [...Object.values(CAST_TERRITORIES), ZONE];
