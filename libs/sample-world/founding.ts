import { organisation, person, territory } from '#contexts/parties';
import type { Body, Officer, Place, Province } from './province.js';
import { FOUNDED } from './when.js';
import type { World } from './world.js';
import type { Act } from './world.telling.js';

/** As many acts as are handed on at once. */
const PORTION = 400;

const addPlace = async (world: World, { id, name, level, parent }: Place, admin: Officer): Promise<void> => {
  const data = { name, level, ...(parent && { parentId: parent.id }), validFrom: new Date(FOUNDED).toISOString() };
  await world.tell(territory, { stream: id, command: { type: 'AddTerritory', data }, as: admin, at: FOUNDED });
};

const createBody = async (world: World, { id, name, kind, place, parent }: Body, admin: Officer): Promise<void> => {
  const data = {
    ...{ name, orgKind: kind, territoryId: place.id, temporary: kind === 'headquarters' },
    ...(parent && { parentId: parent.id }),
  };
  await world.tell(organisation, { stream: id, command: { type: 'CreateOrganisation', data }, as: admin, at: FOUNDED });
};

const establishPost = async (
  world: World,
  { body, postId, title, leaderRole }: Officer,
  admin: Officer,
): Promise<void> => {
  const data = { postId, title, ...(leaderRole && { leaderRole }) };
  const command = { type: 'EstablishPost', data } as const;
  await world.tell(organisation, { stream: body.id, command, as: admin, at: FOUNDED });
};

const register = async (world: World, { actorId, name }: Officer, admin: Officer): Promise<void> => {
  const command = { type: 'RegisterPerson', data: { name } } as const;
  await world.tell(person, { stream: actorId, command, as: admin, at: FOUNDED });
};

const appoint = async (world: World, { actorId, body, postId }: Officer, admin: Officer): Promise<void> => {
  const data = { postId, orgId: body.id, from: new Date(FOUNDED).toISOString() };
  await world.tell(person, { stream: actorId, command: { type: 'HoldPost', data }, as: admin, at: FOUNDED });
};

/** Everybody, so that two of one body do not follow each other: clerks, then commanders, and so on. */
const everybody = ({ admin, headquarters, offices, units }: Province): readonly Officer[] => [
  ...headquarters.map(({ clerk }) => clerk),
  ...headquarters.map(({ commander }) => commander),
  ...offices.map(({ head }) => head),
  ...offices.map(({ lead }) => lead),
  ...offices.map(({ officer }) => officer),
  ...offices.map(({ inspectors: [first] }) => first),
  ...offices.map(({ inspectors: [, second] }) => second),
  ...units.map(({ head }) => head),
  admin,
];

/** The places, the bodies that work in them, their posts, and the people who hold these. */
export async function* founding(world: World, province: Province): AsyncGenerator<readonly Act[]> {
  const { admin, headquarters, offices, units } = province;
  const bodies = [...headquarters, ...offices, ...units].map(({ body }) => body);
  const officers = everybody(province);
  const all = [
    ...headquarters.map(
      ({ body }) =>
        () =>
          addPlace(world, body.place, admin),
    ),
    ...bodies.map((body) => () => createBody(world, body, admin)),
    ...officers.map((officer) => () => establishPost(world, officer, admin)),
    ...officers.map((officer) => () => register(world, officer, admin)),
    ...officers.map((officer) => () => appoint(world, officer, admin)),
  ];
  for (const [index, tell] of all.entries()) {
    await tell();
    if (index % PORTION === PORTION - 1) yield world.taken();
  }
  yield world.taken();
}
