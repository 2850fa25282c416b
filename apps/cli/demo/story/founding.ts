import type { Text } from '#kernel';
import {
  CAST_ORGANISATIONS,
  CAST_TERRITORIES,
  type CastOrganisation,
  type CastPerson,
  type CastTerritory,
} from '#platform/identity';
import { PEOPLE, PLACES, ZONE_HQ } from '../cast.js';
import type { Step } from '../step.js';
import { FOUNDED } from '../when.js';

const { provinceHq, supervision, discipline, audit, dataCentre, unit1, unit2, ...headquarters } = CAST_ORGANISATIONS;
const { installer, ...others } = PEOPLE;

const KINDS = {
  headquarters: [...Object.values(headquarters), ZONE_HQ],
  supervisionOffice: [supervision],
  disciplineBody: [discipline],
  department: [audit],
  publicInstitution: [dataCentre],
  enterprise: [unit1, unit2],
} as const satisfies Record<string, readonly CastOrganisation[]>;

const step = (name: string, mutation: string, input: Step['input']): Step => ({
  name,
  as: installer,
  mutation,
  at: FOUNDED,
  input,
});

/** A name on record, and its English form. */
const called = ({ en, zh }: Text) => ({ name: zh, nameEn: en });

const place = ({ id, name, level, parent }: CastTerritory): Step =>
  step(`add ${name.en}`, 'addTerritory', {
    id,
    ...called(name),
    level,
    ...(parent && { parentId: parent }),
    validFrom: FOUNDED,
  });

const body =
  (orgKind: string) =>
  ({ id, name, territory, parent }: CastOrganisation): Step =>
    step(`create ${name.en}`, 'createOrganisation', {
      id,
      ...called(name),
      orgKind,
      territoryId: territory.id,
      ...(parent && { parentId: parent }),
      temporary: orgKind === 'headquarters',
    });

const inOffice = ({ id, name, post }: CastPerson): readonly Step[] => {
  const { id: postId, title, organisation } = post;
  const who = name.en;
  return [
    step(`establish the post of ${who}`, 'establishPost', {
      id: organisation.id,
      postId,
      title: title.zh,
      titleEn: title.en,
    }),
    step(`register ${who}`, 'registerPerson', { id, ...called(name) }),
    step(`appoint ${who}`, 'holdPost', { id, postId, orgId: organisation.id, from: FOUNDED }),
  ];
};

/** The places, the bodies that work in them, and the invented people who hold their posts: beside those that the log began with. */
export const founding: readonly Step[] = [
  ...PLACES.filter(({ id }) => id !== CAST_TERRITORIES.province.id).map(place),
  ...Object.entries(KINDS).flatMap(([kind, bodies]) => bodies.map(body(kind))),
  ...Object.values(others).flatMap(inOffice),
];
