import type { Occasion } from '#kernel';
import { unfitAcceptor } from './finding.acceptor.js';
import { bar, barBeside } from './finding.bar.js';
import type { Bodies } from './finding.bodies.js';
import { hasPart } from './finding.parts.js';
import type { Finding } from './finding.state.js';

/** The unit that the order names. */
export const ofTheUnit = bar(
  'relation',
  { en: 'of the unit named in the order', zh: '整改责任单位' },
  ({ stakes: { unit } }, { orgId }) => (unit !== undefined && orgId === unit ? undefined : 'NOT_THE_UNIT'),
);

/** Before there is an order, whoever it is about may mend it, once they may see it (F10). */
const mayMend = ({ stakes: { unit, subject, subjectSees } }: Finding, { orgId }: Occasion): boolean =>
  orgId !== undefined && orgId === (unit ?? (subjectSees && subject));

/** The unit that the order names, or the body that an observation is about. */
export const ofWhoeverMends = bar(
  'relation',
  { en: 'of the unit named in the order; before, of the body it is about', zh: '整改责任单位；交办前为被检查单位' },
  (state, on) => (mayMend(state, on) ? undefined : 'NOT_THE_UNIT'),
);

export const theRecorder = bar('relation', { en: 'who recorded it', zh: '记录人' }, ({ parts }, on) =>
  hasPart(parts, 'recorded', on) ? undefined : 'NOT_THE_RECORDER',
);

/** Whoever was named acts for the body that they were named for, and once. */
export const theVerifierWhoseTurnItIs = bar(
  'relation',
  { en: 'an assigned verifier, once', zh: '指派的核查人（各一次）' },
  ({ verifiers = [], passedBy = [] }, on) => {
    const isNamed = verifiers.some(({ personId, orgId }) => personId === on.actorId && orgId === on.orgId);
    if (!isNamed) return 'NOT_THE_VERIFIER';
    return passedBy.includes(on.actorId) ? 'ALREADY_PASSED' : undefined;
  },
);

/** R6: the body named in the order decides, while it may. */
export const ofTheAcceptor = barBeside<{ readonly bodies: Bodies }>(
  'relation',
  { en: 'of the acceptor named in the order, while it may accept (R6)', zh: '交办时指定且仍合格的验收机构' },
  ({ stakes: { unit, acceptor, territory }, orderedFor }, on, { bodies }) =>
    acceptor && acceptor === on.orgId
      ? unfitAcceptor({ unit, acceptor, orderedFor, territory }, bodies, on)
      : 'NOT_THE_ACCEPTOR',
);
