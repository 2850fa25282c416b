import { happened, refused, type Occasion } from '#kernel';
import type { CommandData } from './finding.commands.js';
import type { Named } from './finding.people.js';
import { answering, contradicts, isGrave, showsBefore, type Refused, type Verdict } from './finding.rules.js';
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

/** The first fault of a verification, whatever it finds. */
const verificationFault = (
  { method, evidence }: Pick<CommandData<'PassVerification'>, 'method' | 'evidence'>,
  state: Finding,
): Refused | undefined => {
  if ((state.onSite || isGrave(state.observation.severity)) && method !== 'onSite')
    return refused('MUST_BE_ON_SITE', 'method');
  return contradicts(state.evidence, evidence) ? refused('EVIDENCE_DIFFERS', 'evidence') : undefined;
};

const pass = (asked: CommandData<'PassVerification'>, state: Finding, on: Occasion): Verdict => {
  const no = verificationFault(asked, state);
  if (no) return no;
  if (asked.outcomeClass !== 'effective') return refused('OUTCOME_DOES_NOT_PASS', 'outcomeClass');
  if (asked.evidence.length === 0) return refused('EVIDENCE_REQUIRED', 'evidence');
  if (showsBefore(state.digestsBefore, asked.evidence)) return refused('EVIDENCE_FROM_BEFORE', 'evidence');
  return happened({ type: isLast(state, on) ? 'VerificationPassed' : 'VerifierPassed', data: asked });
};

/** R11: whether everybody else who was named has passed it. */
const isLast = ({ verifiers = [], passedBy = [] }: Finding, { actorId }: Occasion): boolean =>
  verifiers.every(({ personId }) => personId === actorId || passedBy.includes(personId));

const fail = (asked: CommandData<'FailVerification'>, state: Finding): Verdict => {
  const no = verificationFault(asked, state);
  if (no) return no;
  return asked.outcomeClass === 'effective'
    ? refused('OUTCOME_DOES_NOT_FAIL', 'outcomeClass')
    : happened({ type: 'VerificationFailed', data: asked });
};

/** The rules by which somebody else checks a fix, and answers for the check (谁验收谁负责). */
export const verify = {
  AssignVerifier: answering('AssignVerifier', assign),
  PassVerification: answering('PassVerification', pass),
  FailVerification: answering('FailVerification', fail),
};
