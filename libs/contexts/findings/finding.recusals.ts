import type { Occasion } from '#kernel';
import { bar, barBeside } from './finding.bar.js';
import { everyPart, hasPart, type Part } from './finding.parts.js';
import { isTooNearTheUnit, type Named } from './finding.people.js';
import type { FindingRefusal } from './finding.refusals.js';
import { actsAs, isGrave } from './finding.rules.js';
import type { Finding } from './finding.state.js';

/** Nobody makes what they recorded a grave finding alone. */
export const notTheRecorderOfAGraveOne = bar(
  'recusal',
  { en: 'SD1: not who recorded it, from severity major up', zh: 'SD1：重大及以上问题非记录人' },
  ({ observation, parts }, on) =>
    isGrave(observation.severity) && hasPart(parts, 'recorded', on) ? 'CONFIRMER_IS_THE_RECORDER' : undefined,
);

export const notThePlanner = bar('recusal', { en: 'not who planned', zh: '非方案提交人' }, ({ planner }, on) =>
  actsAs(on, planner?.personId) ? 'OWN_PLAN' : undefined,
);

/** Who reports does not verify, and nobody does who is near the unit or whoever reported for it, or has been since. */
export const farFromTheUnit = barBeside<Named>(
  'recusal',
  {
    en: 'SD1: neither who reported nor of the unit, below it or right above it',
    zh: 'SD1：非填报人，且与整改单位无隶属关系',
  },
  (state, on, named) => {
    if (hasPart(state.parts, 'reported', on)) return 'VERIFIER_IS_THE_REPORTER';
    const { actorId: personId, orgId } = on;
    return isTooNearTheUnit(state, { personId, orgId }, named) ? 'VERIFIER_OF_THE_UNIT' : undefined;
  },
);

/** Why whoever has had a part in a finding may not decide on its close-out. */
const barred = {
  verified: 'APPROVER_IS_THE_VERIFIER',
  reported: 'APPROVER_IS_THE_REPORTER',
  ordered: 'APPROVER_ORDERED_IT',
  confirmed: 'APPROVER_CONFIRMED_IT',
  recorded: 'APPROVER_RECORDED_IT',
} as const satisfies { readonly [P in Part]: FindingRefusal };

const partHad = ({ parts, verifiers = [] }: Finding, on: Occasion): FindingRefusal | undefined => {
  if (verifiers.some(({ personId }) => actsAs(on, personId))) return barred.verified;
  const part = everyPart.find((one) => hasPart(parts, one, on));
  return part && barred[part];
};

export const withoutAPart = bar(
  'recusal',
  {
    en: 'SD1: neither recorded, confirmed, ordered, reported nor verified it',
    zh: 'SD1：未参与记录、认定、交办、填报或核查',
  },
  partHad,
);
