import { happened, refused, type Occasion } from '#kernel';
import { acts, at, contradicts, type Asked, type FindingFacts, type Yes } from './finding.rules.js';
import type { Finding, Verifier } from './finding.state.js';

type No = Extract<Yes, { refused: unknown }>;

/** SD1: nobody verifies what they, or their own unit, reported or had to mend. */
const bound = ({ stakes, reporter }: Finding) => [stakes.unit, reporter?.orgId];

const wrongVerifier = (
  { personId, orgId }: Verifier,
  index: number,
  state: Finding,
  { orgsOf }: FindingFacts,
): No | undefined => {
  const path = ['verifiers', String(index)];
  if (personId === state.reporter?.personId) return refused('VERIFIER_IS_THE_REPORTER', ...path);
  const orgs = orgsOf?.get(personId) ?? [];
  if ([orgId, ...orgs].some((org) => bound(state).includes(org))) return refused('VERIFIER_OF_THE_UNIT', ...path);
  return orgs.includes(orgId) ? undefined : refused('VERIFIER_HOLDS_NO_POST', ...path);
};

const assign = (asked: Asked<'AssignVerifier'>, state: Finding, _: Occasion, facts: FindingFacts): Yes => {
  const { verifiers, onSite } = asked;
  if (verifiers.length === 0) return refused('NO_VERIFIERS', 'verifiers');
  const wrong = verifiers.map((one, index) => wrongVerifier(one, index, state, facts)).find((no) => no !== undefined);
  if (wrong) return wrong;
  const { severity } = state.observation;
  if (severity === 'major' || severity === 'critical') {
    if (!onSite) return refused('MUST_BE_ON_SITE', 'onSite');
    if (new Set(verifiers.map(({ personId }) => personId)).size < 2)
      return refused('TWO_VERIFIERS_NEEDED', 'verifiers');
  }
  return happened({ type: 'VerifierAssigned', data: asked });
};

const mayNotVerify = (state: Finding, on: Occasion): No | undefined => {
  const { reporter, verifiers = [] } = state;
  if (acts(on, reporter?.personId)) return refused('VERIFIER_IS_THE_REPORTER');
  if (on.orgId && bound(state).includes(on.orgId)) return refused('VERIFIER_OF_THE_UNIT');
  return verifiers.some(({ personId }) => personId === on.actorId) ? undefined : refused('NOT_THE_VERIFIER');
};

/** What holds for every verification, whatever it finds. */
const unfit = (
  { method, evidence }: Pick<Asked<'PassVerification'>, 'method' | 'evidence'>,
  state: Finding,
  on: Occasion,
): No | undefined => {
  const no = mayNotVerify(state, on);
  if (no) return no;
  if (state.onSite && method !== 'onSite') return refused('MUST_BE_ON_SITE', 'method');
  return contradicts(state.evidence, evidence) ? refused('EVIDENCE_DIFFERS', 'evidence') : undefined;
};

const pass = (asked: Asked<'PassVerification'>, state: Finding, on: Occasion): Yes => {
  const no = unfit(asked, state, on);
  if (no) return no;
  if (asked.outcomeClass !== 'effective') return refused('OUTCOME_DOES_NOT_PASS', 'outcomeClass');
  return asked.evidence.length > 0
    ? happened({ type: 'VerificationPassed', data: asked })
    : refused('EVIDENCE_REQUIRED', 'evidence');
};

const fail = (asked: Asked<'FailVerification'>, state: Finding, on: Occasion): Yes => {
  const no = unfit(asked, state, on);
  if (no) return no;
  return asked.outcomeClass === 'effective'
    ? refused('OUTCOME_DOES_NOT_FAIL', 'outcomeClass')
    : happened({ type: 'VerificationFailed', data: asked });
};

/** Somebody else looks (谁验收谁负责). */
export const verify = {
  AssignVerifier: at<Asked<'AssignVerifier'>>(['completionReported'], assign),
  PassVerification: at<Asked<'PassVerification'>>(['underVerification'], pass),
  FailVerification: at<Asked<'FailVerification'>>(['underVerification'], fail),
};
