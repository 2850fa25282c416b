import {
  askedBy,
  sampleCommands,
  type FindingCommand,
  type FindingPart,
  type FindingSetting,
  type FindingStep,
} from '#contexts/findings';
import type { Chance } from './chance.js';
import { COUNTY, ORGS, PEOPLE, type Who } from './town.js';

/** Who of the town plays which part. */
const PLAYED_BY: { readonly [P in FindingPart]: Who } = {
  inspector: 'inspector',
  lead: 'inspector',
  supervision: 'inspector',
  head: 'head',
  unitHead: 'unitHead',
  verifier: 'verifier',
  acceptor: 'head',
};

export const FINDING_STEPS = Object.keys(askedBy) as FindingStep[];

/** Who of the town may ask for a step, as a rule. */
export const whoTakes = (step: FindingStep): Who => PLAYED_BY[askedBy[step]];

/** What somebody of the town says with a step of a finding, as a rule. */
export const said = (
  step: FindingStep,
  { now, ...about }: Pick<FindingSetting, 'known' | 'dutyPointId'> & { readonly now: Date },
  chance: Chance,
): FindingCommand =>
  sampleCommands[step]({
    ...about,
    severity: chance.pick(['minor', 'serious', 'major']),
    territoryId: COUNTY,
    unitId: ORGS.station,
    acceptorOrgId: ORGS.office,
    responsible: PEOPLE.unitHead.id,
    verifiers: [{ personId: PEOPLE.verifier.id, orgId: ORGS.centre }],
    now: now.toISOString(),
    due: new Date(now.getTime() + 864e5).toISOString(),
    measures: 1,
    lookBack: chance.pick(['passed', 'relapsed']),
    photo: () => photo(chance),
  });

const photo = (chance: Chance) => {
  const sha256 = chance.uuid().replaceAll('-', '').repeat(2);
  return { id: `evidence-${chance.uuid()}` as const, sha256, bytes: 1, mediaType: 'image/jpeg' };
};
