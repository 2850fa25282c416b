import { closeOutPack, inForce } from '#contexts/policy-packs';
import { isWithin, type Id, type Occasion, type TerritoryPath } from '#kernel';
import { isBelow, type Bodies } from './finding.bodies.js';
import type { FindingRefusal } from './finding.refusals.js';

type OrgId = Id<'organisation'>;

/** What an order says of who mends, who decides on the close-out, and for which body it was given. */
export interface Acceptance {
  readonly unit: OrgId | undefined;
  readonly acceptor: OrgId;
  readonly orderedFor: OrgId | undefined;
  /** Where the finding lies: what an order that no body gave is measured by. */
  readonly territory: TerritoryPath;
}

/** The place of whoever ordered it. */
const levelOf = ({ orderedFor, territory }: Pick<Acceptance, 'orderedFor' | 'territory'>, bodies: Bodies) =>
  (orderedFor && bodies.get(orderedFor)?.territory) ?? territory;

const nearTheUnit = (acceptor: OrgId, unit: OrgId, bodies: Bodies): FindingRefusal | undefined => {
  if (acceptor === unit) return 'ACCEPTOR_IS_THE_UNIT';
  return isBelow(bodies, acceptor, unit) ? 'ACCEPTOR_BELOW_THE_UNIT' : undefined;
};

/**
 * R6: why a body may not decide on a close-out. It is of the level that ordered it or above, a supervision office, a headquarters or
 * a government, and never the unit or a body below it.
 */
export const unfitAcceptor = (
  { unit, acceptor, ...ordered }: Acceptance,
  bodies: Bodies,
  { occurredAt }: Occasion,
): FindingRefusal | undefined => {
  const body = bodies.get(acceptor);
  if (!body?.stands) return 'NO_SUCH_ORGANISATION';
  const near = unit && nearTheUnit(acceptor, unit, bodies);
  if (near) return near;
  if (!inForce(closeOutPack, occurredAt).acceptors.includes(body.kind)) return 'ACCEPTOR_OF_WRONG_KIND';
  return isWithin(levelOf(ordered, bodies), body.territory) ? undefined : 'ACCEPTOR_BELOW_THE_ORDER';
};
