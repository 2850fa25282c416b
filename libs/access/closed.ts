import type { Closed, ClosedTo, Role } from '#kernel';
import { grantsOfRole, hasOneOf, isInScope, scopeOf, type Actor } from './access.js';

/** Who keeps the record is shown all of it. */
const KEEPERS: readonly Role[] = ['admin', 'system'];
/** Who looks after how things were done is, as far as they reach. */
const OVERSEERS: readonly Role[] = ['discipline', 'auditor'];

/** Whether somebody is shown what is kept from most who see the row (default deny). */
export const isShown = (actor: Actor, { people, owner }: ClosedTo): boolean =>
  [actor.actorId, actor.postId].some((one) => one !== undefined && people.includes(one)) ||
  hasOneOf(actor, KEEPERS) ||
  isInScope(scopeOf({ ...actor, grants: grantsOfRole(actor, OVERSEERS) }), owner);

/** The decision for reading a row: the fields of it that somebody is not shown. */
export const maskFor = <Row>(actor: Actor, closed: Closed<Row> | undefined, row: Row): Closed<Row>['fields'] =>
  closed && !isShown(actor, closed.to(row)) ? closed.fields : [];
