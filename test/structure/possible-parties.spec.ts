import { evolve, type AnyDecider, type Id, type Message } from '#kernel';
import { actOf, aLog } from '#kernel/testing';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { STREAMS_OF_ALL } from '../../apps/api/contexts.js';
import { organisation } from '../../libs/contexts/parties/organisation/organisation.decider.js';
import {
  aDeparture,
  aDeputy,
  aDissolution,
  anAbsence,
  anAdmin,
  anAppointment,
  anOrganisation,
  aPerson,
  aPost,
  aTerritory,
  cityPath,
  the,
} from '../../libs/contexts/parties/parties.examples.js';
import { person } from '../../libs/contexts/parties/person/person.decider.js';
import { territory } from '../../libs/contexts/parties/territory/territory.decider.js';
import { expectBarred } from '../support/barred.js';
import { compared, inEachRole, type Compared } from '../support/possible.js';

const SECOND = the('organisation', 2);
const DEPUTY = the('person', 2);
const world = aLog({
  [the('territory')]: [aTerritory()],
  [the('organisation')]: [anOrganisation(), aPost()],
  [SECOND]: [anOrganisation(), aPost({ postId: the('post', 2) })],
  [DEPUTY]: [aPerson(), anAppointment({ postId: the('post', 2) })],
});

const after = (decider: AnyDecider, past: readonly Message[]): unknown =>
  past.reduce<unknown>((state, event) => evolve(decider, state, event, actOf(anAdmin)), decider.initial);

/** People of another body, of the body itself, the person whose record it is, and who acts for them. */
const actors = [
  { actorId: the('person', 90), orgId: the('organisation', 90) },
  { actorId: the('person', 91), orgId: the('organisation') },
  { actorId: the('person'), orgId: the('organisation') },
  { actorId: DEPUTY, orgId: the('organisation'), onBehalfOf: the('person') },
].flatMap((who) => inEachRole({ ...who, territory: cityPath }));

const reason = 'It was mistyped';
const [until, from] = ['2022-03-01T00:00:00.000Z', '2022-01-01T00:00:00.000Z'];
const later = '2022-02-01T00:00:00.000Z';
const each = (postId: Id<'post'>) => ({
  leaves: { postId, to: until },
  rights: { postId, since: from, from: later, reason },
});
const [first, second] = [each(the('post')), each(the('post', 2))];

const away = { postId: the('post'), from: '2022-06-01T00:00:00.000Z', to: '2022-06-02T00:00:00.000Z', reason };
const back = { postId: the('post'), since: anAbsence().data.from };

interface Told {
  readonly decider: AnyDecider;
  readonly stream: Id;
  readonly pasts: readonly (readonly Message[])[];
  readonly said: Readonly<Record<string, readonly object[]>>;
  readonly no: readonly string[];
}

const TOLD: readonly Told[] = [
  {
    ...{ decider: territory, stream: the('territory'), pasts: [[aTerritory()]] },
    said: { CorrectTerritory: [{ name: 'City R', reason }, { name: 'City R' }, {}] },
    no: ['ROLE_MAY_NOT'],
  },
  {
    ...{ decider: organisation, stream: the('organisation') },
    pasts: [[anOrganisation()], [anOrganisation(), aPost()], [anOrganisation(), aPost(), aDissolution()]],
    said: {
      RenameOrganisation: [{ name: 'HQ of the city' }, { name: 'HQ of City Q' }],
      CorrectOrganisation: [{ name: 'HQ of the city', reason }, { name: 'HQ of the city' }, {}],
      CorrectPost: [the('post'), the('post', 9)].map((postId) => ({ postId, title: 'Head', reason })),
      EstablishPost: [{ postId: the('post', 3), title: 'Head' }],
      DissolveOrganisation: [{ reason }, {}],
    },
    no: ['ORGANISATION_DISSOLVED', 'OWN_BODY', 'POST_NOT_THERE', 'ROLE_MAY_NOT'],
  },
  {
    ...{ decider: person, stream: the('person') },
    pasts: [
      [aPerson()],
      [aPerson(), anAppointment()],
      [aPerson(), anAppointment(), aDeparture()],
      [aPerson(), anAppointment(), aDeputy(), anAbsence()],
    ],
    said: {
      HoldPost: [
        { postId: the('post', 2), orgId: SECOND, from: later },
        { postId: the('post'), orgId: SECOND, from },
      ],
      LeavePost: [first.leaves, second.leaves],
      CorrectPerson: [{ name: 'Lin', reason }, { name: 'Lin' }],
      CorrectAppointment: [first.rights, second.rights, { ...first.rights, reason: undefined }],
      NameDeputy: [first, second].map(({ leaves: { postId } }) => ({ postId, deputyId: DEPUTY })),
      EndDeputy: [{ postId: the('post') }],
      ReportAbsence: [away, { ...away, to: away.from }],
      EnterAbsence: [away, { ...away, to: away.from }],
      ReportReturn: [back],
      EnterReturn: [back],
    },
    no: [
      ...['IN_PERSON', 'NOT_ABSENT', 'NOT_FOUND', 'NOT_THE_ABSENT_ONE', 'NO_DEPUTY'],
      ...['OWN_ABSENCE', 'OWN_POST', 'POST_NOT_HELD', 'ROLE_MAY_NOT'],
    ],
  },
];

describe.each(TOLD)('what everybody may do with a $decider.kind', ({ decider, stream, pasts, said, no }) => {
  let found: Compared;
  beforeAll(async () => {
    const states = pasts.map((past) => after(decider, past));
    const scene = { decider, stream, states, world, streams: STREAMS_OF_ALL, actors };
    found = await compared({ ...scene, said: (type) => said[type] ?? [], now: '2022-03-31T00:00:00.000Z' });
  }, 60_000);

  it('is what each command answers, whatever is said', () => {
    expect(found.breaches).toEqual([]);
  });

  it('is barred from each command by each of its own bars', () => {
    expectBarred(decider.kind, [found]);
  });

  it('is yes for every command of people, each of which is done, and no for every reason that a bar gives', () => {
    expect([...found.yes].sort()).toEqual(Object.keys(said).sort());
    expect(found.accepted).toEqual(found.yes);
    expect([...found.no].sort()).toEqual(no);
  });
});
