import { canTake, type Step } from '#contexts/grants';
import { refused } from '#kernel';
import { stands } from './finding.bodies.js';
import { findingCommands } from './finding.commands.js';
import { isTooNearTheUnit, postsOf, type Named } from './finding.people.js';
import type { Refused } from './finding.rules.js';
import { ownerOf } from './finding.stakes.js';
import type { Finding, Verifier } from './finding.state.js';

/** F7: what whoever verifies has to be allowed. */
const verifying = ({ stakes }: Finding): Step => ({
  who: findingCommands.declared.PassVerification.who,
  owner: ownerOf(stakes),
});

const wrongVerifier = (verifier: Verifier, index: number, state: Finding, named: Named): Refused | undefined => {
  const { personId, orgId } = verifier;
  const path = ['verifiers', String(index)];
  if (state.parts.reported?.includes(personId)) return refused('VERIFIER_IS_THE_REPORTER', ...path);
  if (isTooNearTheUnit(state, verifier, named)) return refused('VERIFIER_OF_THE_UNIT', ...path);
  if (!postsOf(named, personId).now.includes(orgId)) return refused('VERIFIER_HOLDS_NO_POST', ...path);
  // Appointments in a dissolved body stay open until each is ended.
  if (!stands(named.bodies, orgId)) return refused('NO_SUCH_ORGANISATION', ...path);
  return canTake(named.means, verifier, verifying(state)) ? undefined : refused('VERIFIER_MAY_NOT', ...path);
};

/** Why these people cannot be named to verify (SD1); the first of them who cannot. */
export const wrongVerifiers = (verifiers: readonly Verifier[], state: Finding, named: Named): Refused | undefined => {
  if (verifiers.length === 0) return refused('NO_VERIFIERS', 'verifiers');
  return verifiers.map((one, index) => wrongVerifier(one, index, state, named)).find((no) => no !== undefined);
};
