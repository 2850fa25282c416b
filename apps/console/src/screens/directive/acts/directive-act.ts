import { createContext, use } from 'react';
import type { Act } from '../../../forms/act';
import type { Draft } from '../../../forms/draft';
import type { Order, PresentOrder } from '../query';

/** An order as its forms begin with it. */
export interface Known {
  readonly order: Order;
  readonly present: PresentOrder;
}

/** A command of an order; some begin with what it says already. */
export interface DirectiveAct extends Act {
  readonly begin?: (known: Known) => Draft;
}

/** The clauses among which one is chosen, of the order that a form is about. */
export const OwnClauses = createContext<Order['clauses']>([]);

export const useOwnClauses = (): Order['clauses'] => use(OwnClauses);
