import {
  askedBy,
  sampleCommands,
  verifiersToCome,
  type FindingCommand,
  type FindingPart,
  type FindingSetting,
  type FindingState,
  type FindingStep,
} from '#contexts/findings';
import { evidence } from '#contexts/evidence';
import type { Id } from '#kernel';
import type { Chance } from './chance.js';
import { COUNTY, ORGS, PEOPLE, wish, type Who, type Wish } from './town.js';

/** Who of the town plays which part. */
const PLAYED_BY: { readonly [P in FindingPart]: Who } = {
  inspector: 'inspector',
  lead: 'lead',
  supervision: 'lead',
  head: 'head',
  unitHead: 'unitHead',
  verifier: 'verifier',
  acceptor: 'head',
};

export const FINDING_STEPS = Object.keys(askedBy) as FindingStep[];

const verifierOf = (who: 'verifier' | 'second' | 'third') => ({
  personId: PEOPLE[who].id,
  orgId: ORGS[PEOPLE[who].org],
});
const VERIFIERS = [verifierOf('verifier'), verifierOf('second')] as const;

const VERIFYING = ['verifier', 'second', 'third'] as const;

/** Who of the town may ask for a step of a finding that stands like this, as a rule. */
export const whoTakes = (step: FindingStep, state: FindingState): Who => {
  const who = PLAYED_BY[askedBy[step]];
  if (who !== 'verifier') return who;
  const [next] = verifiersToCome(state);
  return VERIFYING.find((one) => PEOPLE[one].id === next?.personId) ?? who;
};

/** What somebody of the town says with a step of a finding, as a rule; `photo` is told of each file that this names. */
export const said = (
  step: FindingStep,
  {
    now,
    ...about
  }: Pick<FindingSetting, 'known' | 'dutyPointId' | 'otherFindingId' | 'photo'> & { readonly now: Date },
  chance: Chance,
): FindingCommand =>
  sampleCommands[step]({
    ...about,
    severity: chance.pick(['minor', 'serious', 'major']),
    territoryId: COUNTY,
    unitId: ORGS.station,
    acceptorOrgId: ORGS.office,
    ...{ otherUnitId: ORGS.countyHq, otherAcceptorOrgId: ORGS.hq, otherVerifier: verifierOf('third') },
    responsible: PEOPLE.unitHead.id,
    verifiers: VERIFIERS,
    now: now.toISOString(),
    due: new Date(now.getTime() + 864e5).toISOString(),
    measures: 1,
    lookBack: chance.pick(['passed', 'relapsed']),
  });

/** That somebody uploads a file under this id. */
export const uploading = (who: Who, id: Id<'evidence'>, chance: Chance): Wish => {
  const sha256 = chance.uuid().replaceAll('-', '').repeat(2);
  const data = { sha256, bytes: 1, mediaType: 'image/jpeg', address: sha256, keyId: chance.uuid() };
  return wish(who, [evidence, id], { type: 'StoreEvidence', data });
};
