import { grantsOf } from '#contexts/grants';
import type { CastPerson } from '#platform/identity';
import { PEOPLE } from '../cast.js';
import { madeBy, told, type Step } from '../step.js';
import { at, FOUNDED } from '../when.js';

const { admin, secondAdmin, installer, ...others } = PEOPLE;
const ADMINISTRATORS = [admin, secondAdmin] as const;

/** Everybody who signs in, the administrators first. */
export const SIGNING_IN: readonly CastPerson[] = [...ADMINISTRATORS, ...Object.values(others)];

/** Roles by the words that grants have for them. */
const WORDS: Readonly<Partial<Record<CastPerson['as'], string>>> = {
  'supervision-head': 'supervisionHead',
  'unit-head': 'unitHead',
  public: 'publicReader',
};

const FOR_A_BODY: readonly CastPerson['as'][] = ['unit', 'unit-head'];

/** What the role of somebody is about: nothing, their body, or the place where it works. */
const reachOf = ({ as, post: { organisation } }: CastPerson): Step['input'] => {
  if (as === 'public') return {};
  return FOR_A_BODY.includes(as) ? { orgId: organisation.id } : { territoryId: organisation.territory.id };
};

/** Units grant to their posts, so that whoever stands in for somebody has what the post has (A4); others to the person. */
const granteeOf = ({ id, as, post }: CastPerson): Step['input'] =>
  FOR_A_BODY.includes(as) ? { postId: post.id, postOrgId: post.organisation.id } : { personId: id };

/** SD4: over a county or more. All places of the story that work is done in are such. */
const takesTwo = ({ as }: CastPerson): boolean => as !== 'public' && !FOR_A_BODY.includes(as);

const HANDED_OVER = at('01-02', '17:00');
const GRANTED = at('01-03', '09:00');

const step = (name: string, as: CastPerson, when: string, [mutation, input]: [string, Step['input']]): Step => ({
  ...{ name, as, mutation, input },
  at: when,
});

const account = (of: CastPerson, as: CastPerson, when: string): Step =>
  step(`add the account of ${of.name.en}`, as, when, ['addAccount', { personId: of.id }]);

/** The first administrator lets two others in, and is one no longer. What the system grants them has to be there before they act. */
const handingOver: readonly Step[] = [
  ...ADMINISTRATORS.map((one) => account(one, installer, HANDED_OVER)),
  {
    ...step('hand over administration', installer, HANDED_OVER, [
      'handOverAdministration',
      { id: grantsOf(installer.id), firstId: admin.id, secondId: secondAdmin.id },
    ]),
    settle: true,
  },
];

const reason = told('By appointment', '依任职授权');

const granted = (person: CastPerson): readonly Step[] => {
  const who = person.name.en;
  const granting = `grant ${who} a role`;
  const role = WORDS[person.as] ?? person.as;
  const grant = { ...granteeOf(person), role, ...reachOf(person), from: FOUNDED, reason };
  const approval = { id: madeBy(granting), number: 1 };
  return [
    step(granting, admin, GRANTED, ['grantRole', grant]),
    ...(takesTwo(person) ? [step(`approve the role of ${who}`, secondAdmin, GRANTED, ['approveGrant', approval])] : []),
    account(person, admin, GRANTED),
  ];
};

/** Two administrators, and what these people may do and that they can sign in. */
export const accountsOf = (people: readonly CastPerson[]): readonly Step[] => [
  ...handingOver,
  ...people.flatMap(granted),
];

/** The same for everybody in the story. */
export const accounts: readonly Step[] = accountsOf(Object.values(others));
