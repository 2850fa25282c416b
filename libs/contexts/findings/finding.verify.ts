import { happened, refused, type Occasion } from '#kernel';
import type { CommandData } from './finding.commands.js';
import type { FindingData } from './finding.events.js';
import type { Files } from './finding.named.js';
import { takenFiles, taking } from './finding.files.js';
import type { Named } from './finding.people.js';
import { answering, isGrave, showsBefore, type Refused, type Rule, type Verdict } from './finding.rules.js';
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

/** What a verification says, with the files that it names; or its first fault, whatever it finds. */
const looked = (
  asked: CommandData<'PassVerification'>,
  state: Finding,
  on: Occasion,
  files: Files,
): FindingData<'VerificationPassed'> | Refused => {
  if ((state.onSite || isGrave(state.observation.severity)) && asked.method !== 'onSite')
    return refused('MUST_BE_ON_SITE', 'method');
  const evidence = takenFiles(asked.evidence, files, { had: state.evidence, on }, 'evidence');
  return 'refused' in evidence ? evidence : { ...asked, evidence };
};

const pass: Rule<'PassVerification'> = (asked, state, on, files) => {
  const data = looked(asked, state, on, files);
  if ('refused' in data) return data;
  if (asked.outcomeClass !== 'effective') return refused('OUTCOME_DOES_NOT_PASS', 'outcomeClass');
  if (asked.evidence.length === 0) return refused('EVIDENCE_REQUIRED', 'evidence');
  if (showsBefore(state.digestsBefore, data.evidence)) return refused('EVIDENCE_FROM_BEFORE', 'evidence');
  const type = isLast(state, on) ? 'VerificationPassed' : 'VerifierPassed';
  return taking(state, data.evidence, happened({ type, data }));
};

/** R11: whether everybody else who was named has passed it. */
const isLast = ({ verifiers = [], passedBy = [] }: Finding, { actorId }: Occasion): boolean =>
  verifiers.every(({ personId }) => personId === actorId || passedBy.includes(personId));

const fail: Rule<'FailVerification'> = (asked, state, on, files) => {
  const data = looked(asked, state, on, files);
  if ('refused' in data) return data;
  if (asked.outcomeClass === 'effective') return refused('OUTCOME_DOES_NOT_FAIL', 'outcomeClass');
  return taking(state, data.evidence, happened({ type: 'VerificationFailed', data }));
};

/** The rules by which somebody else checks a fix, and answers for the check (谁验收谁负责). */
export const verify = {
  AssignVerifier: answering('AssignVerifier', assign),
  PassVerification: answering('PassVerification', pass),
  FailVerification: answering('FailVerification', fail),
};
