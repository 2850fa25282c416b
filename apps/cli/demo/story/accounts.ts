import { bilingual } from '#kernel';
import type { CastPerson } from '#platform/identity';
import { PEOPLE } from '../cast.js';
import { madeBy, type Step } from '../step.js';
import { FOUNDED } from '../when.js';

const { admin, secondAdmin, installer, ...others } = PEOPLE;

/** Everybody who signs in, the administrators first. */
export const SIGNING_IN: readonly CastPerson[] = [admin, secondAdmin, ...Object.values(others)];

/** Roles by the words that grants have for them. */
const WORDS: Readonly<Partial<Record<CastPerson['as'], string>>> = {
  'supervision-head': 'supervisionHead',
  'unit-head': 'unitHead',
  public: 'publicReader',
};

const OVER_NOTHING: readonly CastPerson['as'][] = ['admin', 'public'];
const FOR_A_BODY: readonly CastPerson['as'][] = ['unit', 'unit-head'];

/** What the role of somebody is about: nothing, their body, or the place where it works. */
const reachOf = ({ as, post: { organisation } }: CastPerson): Step['input'] => {
  if (OVER_NOTHING.includes(as)) return {};
  return FOR_A_BODY.includes(as) ? { orgId: organisation.id } : { territoryId: organisation.territory.id };
};

/** SD4: over a county or more, and for administrators. All places of the story that work is done in are such. */
const takesTwo = ({ as }: CastPerson): boolean => as !== 'public' && !FOR_A_BODY.includes(as);

/** Nobody proposes or approves what is for themselves. */
const proposerOf = (person: CastPerson): CastPerson => (person === admin ? secondAdmin : admin);
const approverOf = (person: CastPerson): CastPerson =>
  person === admin || person === secondAdmin ? installer : secondAdmin;

const reason = bilingual({ en: 'By appointment', zh: '依任职授权' });

const stepsOf = (person: CastPerson): readonly Step[] => {
  const who = person.name.en;
  const granting = `grant ${who} a role`;
  const role = WORDS[person.as] ?? person.as;
  const grant = { personId: person.id, role, ...reachOf(person), from: FOUNDED, reason };
  const step = (name: string, as: CastPerson, mutation: string, input: Step['input']): Step => ({
    ...{ name, as, mutation, input },
    at: FOUNDED,
  });
  return [
    step(granting, proposerOf(person), 'grantRole', grant),
    ...(takesTwo(person)
      ? [step(`approve the role of ${who}`, approverOf(person), 'approveGrant', { id: madeBy(granting), number: 1 })]
      : []),
    step(`add the account of ${who}`, admin, 'addAccount', { personId: person.id }),
  ];
};

/** What everybody in the story may do, and that they can sign in: the same by record as their tokens of development state. */
export const accounts: readonly Step[] = SIGNING_IN.flatMap(stepsOf);
