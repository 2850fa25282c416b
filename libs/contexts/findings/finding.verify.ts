import { happened, refused, type Occasion } from '#kernel';
import type { CommandData } from './finding.commands.js';
import { hasPart } from './finding.parts.js';
import { isTooNearTheUnit, type Named } from './finding.people.js';
import { contradicts, isGrave, showsBefore, whileAt, type Refused, type Verdict } from './finding.rules.js';
import type { Finding } from './finding.state.js';
import { wrongVerifiers } from './finding.verifiers.js';

const assign = (asked: CommandData<'AssignVerifier'>, state: Finding, _: Occasion, named: Named): Verdict => {
  const { verifiers, onSite } = asked;
  const wrong = wrongVerifiers(verifiers, state, named);
  if (wrong) return wrong;
  if (isGrave(state.observation.severity)) {
    if (!onSite) return refused('MUST_BE_ON_SITE', 'onSite');
    if (new Set(verifiers.map(({ personId }) => personId)).size < 2)
      return refused('TWO_VERIFIERS_NEEDED', 'verifiers');
  }
  return happened({ type: 'VerifierAssigned', data: asked });
};

const mayNotVerify = (state: Finding, on: Occasion, named: Named): Refused | undefined => {
  if (hasPart(state.parts, 'reported', on)) return refused('VERIFIER_IS_THE_REPORTER');
  const { actorId: personId, orgId } = on;
  if (isTooNearTheUnit(state, { personId, orgId }, named)) return refused('VERIFIER_OF_THE_UNIT');
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
  named: Named,
): Refused | undefined => {
  const no = mayNotVerify(state, on, named);
  if (no) return no;
  if ((state.onSite || isGrave(state.observation.severity)) && method !== 'onSite')
    return refused('MUST_BE_ON_SITE', 'method');
  return contradicts(state.evidence, evidence) ? refused('EVIDENCE_DIFFERS', 'evidence') : undefined;
};

/** The severity may have been raised after they were named. */
const isTooFew = ({ observation, verifiers = [] }: Finding): boolean =>
  isGrave(observation.severity) && verifiers.length < 2;

const pass = (asked: CommandData<'PassVerification'>, state: Finding, on: Occasion, named: Named): Verdict => {
  const no = verificationFault(asked, state, on, named);
  if (no) return no;
  if (asked.outcomeClass !== 'effective') return refused('OUTCOME_DOES_NOT_PASS', 'outcomeClass');
  if (asked.evidence.length === 0) return refused('EVIDENCE_REQUIRED', 'evidence');
  if (isTooFew(state)) return refused('TWO_VERIFIERS_NEEDED');
  if (showsBefore(state.digestsBefore, asked.evidence)) return refused('EVIDENCE_FROM_BEFORE', 'evidence');
  return happened({ type: isLast(state, on) ? 'VerificationPassed' : 'VerifierPassed', data: asked });
};

/** R11: whether everybody else who was named has passed it. */
const isLast = ({ verifiers = [], passedBy = [] }: Finding, { actorId }: Occasion): boolean =>
  verifiers.every(({ personId }) => personId === actorId || passedBy.includes(personId));

const fail = (asked: CommandData<'FailVerification'>, state: Finding, on: Occasion, named: Named): Verdict => {
  const no = verificationFault(asked, state, on, named);
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
