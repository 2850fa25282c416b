import type { Order } from './query';

/** Whether an order is carried on, and asks for duties: it is neither a draft nor at its end. */
export const holds = ({ status }: Pick<Order, 'status'>): boolean => status === 'issued' || status === 'registered';
