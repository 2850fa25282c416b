import type { Id } from '#kernel';
import { idBetween } from '#platform/decide';
import type { Body, Headquarters } from './province.js';

/** The bodies to which a headquarters passes a directive on: those below it, and at the end the units. */
export const recipientsOf = ({ below, units }: Headquarters): readonly Body[] =>
  [...below, ...units].map(({ body }) => body);

export const addressees = (directiveId: Id<'directive'>, bodies: readonly Body[]) =>
  bodies.map(({ id }) => ({ orgId: id, receiptId: idBetween('receipt', directiveId, id) }));
