import { happened, refused, type Occasion } from '#kernel';
import type { CommandData } from './finding.commands.js';
import type { Named } from './finding.facts.js';
import { actsAs, contradicts, showsBefore, whileAt, type Refused, type Verdict } from './finding.rules.js';
import type { Finding, Verifier } from './finding.state.js';

/** The bodies that may not verify a fix, because they reported it or had to make it (SD1). */
const conflictedOrgs = ({ stakes, reporter }: Finding) => [stakes.unit, reporter?.orgId];

const wrongVerifier = (
  { personId, orgId }: Verifier,
  index: number,
  state: Finding,
  { orgsOf, unknownOrgs }: Named,
): Refused | undefined => {
  const path = ['verifiers', String(index)];
  if (personId === state.reporter?.personId) return refused('VERIFIER_IS_THE_REPORTER', ...path);
  const orgs = orgsOf.get(personId) ?? [];
  if ([orgId, ...orgs].some((org) => conflictedOrgs(state).includes(org)))
    return refused('VERIFIER_OF_THE_UNIT', ...path);
  if (!orgs.includes(orgId)) return refused('VERIFIER_HOLDS_NO_POST', ...path);
  // Appointments in a dissolved body stay open until each is ended.
  return unknownOrgs.includes(orgId) ? refused('NO_SUCH_ORGANISATION', ...path) : undefined;
};

const assign = (asked: CommandData<'AssignVerifier'>, state: Finding, _: Occasion, named: Named): Verdict => {
  const { verifiers, onSite } = asked;
  if (verifiers.length === 0) return refused('NO_VERIFIERS', 'verifiers');
  const wrong = verifiers.map((one, index) => wrongVerifier(one, index, state, named)).find((no) => no !== undefined);
  if (wrong) return wrong;
  const { severity } = state.observation;
  if (severity === 'major' || severity === 'critical') {
    if (!onSite) return refused('MUST_BE_ON_SITE', 'onSite');
    if (new Set(verifiers.map(({ personId }) => personId)).size < 2)
      return refused('TWO_VERIFIERS_NEEDED', 'verifiers');
  }
  return happened({ type: 'VerifierAssigned', data: asked });
};

const mayNotVerify = (state: Finding, on: Occasion): Refused | undefined => {
  if (actsAs(on, state.reporter?.personId)) return refused('VERIFIER_IS_THE_REPORTER');
  if (on.orgId && conflictedOrgs(state).includes(on.orgId)) return refused('VERIFIER_OF_THE_UNIT');
  return hasNoTurn(state, on);
};

/** Whoever was named acts for the body that they were named for, and once. */
const hasNoTurn = ({ verifiers = [], passedBy = [] }: Finding, on: Occasion): Refused | undefined => {
  const isNamed = verifiers.some(({ personId, orgId }) => personId === on.actorId && orgId === on.orgId);
  if (!isNamed) return refused('NOT_THE_VERIFIER');
  return passedBy.includes(on.actorId) ? refused('ALREADY_PASSED') : undefined;
};

/** The first fault of a verification, whatever it finds. */
const verificationFault = (
  { method, evidence }: Pick<CommandData<'PassVerification'>, 'method' | 'evidence'>,
  state: Finding,
  on: Occasion,
): Refused | undefined => {
  const no = mayNotVerify(state, on);
  if (no) return no;
  if (state.onSite && method !== 'onSite') return refused('MUST_BE_ON_SITE', 'method');
  return contradicts(state.evidence, evidence) ? refused('EVIDENCE_DIFFERS', 'evidence') : undefined;
};

const pass = (asked: CommandData<'PassVerification'>, state: Finding, on: Occasion): Verdict => {
  const no = verificationFault(asked, state, on);
  if (no) return no;
  if (asked.outcomeClass !== 'effective') return refused('OUTCOME_DOES_NOT_PASS', 'outcomeClass');
  if (asked.evidence.length === 0) return refused('EVIDENCE_REQUIRED', 'evidence');
  if (showsBefore(state.digestsBefore, asked.evidence)) return refused('EVIDENCE_FROM_BEFORE', 'evidence');
  return happened({ type: isLast(state, on) ? 'VerificationPassed' : 'VerifierPassed', data: asked });
};

/** R11: whether everybody else who was named has passed it. */
const isLast = ({ verifiers = [], passedBy = [] }: Finding, { actorId }: Occasion): boolean =>
  verifiers.every(({ personId }) => personId === actorId || passedBy.includes(personId));

const fail = (asked: CommandData<'FailVerification'>, state: Finding, on: Occasion): Verdict => {
  const no = verificationFault(asked, state, on);
  if (no) return no;
  return asked.outcomeClass === 'effective'
    ? refused('OUTCOME_DOES_NOT_FAIL', 'outcomeClass')
    : happened({ type: 'VerificationFailed', data: asked });
};

/** The rules by which somebody else checks a fix, and answers for the check (谁验收谁负责). */
export const verify = {
  AssignVerifier: whileAt('AssignVerifier', assign),
  PassVerification: whileAt('PassVerification', pass),
  FailVerification: whileAt('FailVerification', fail),
};
