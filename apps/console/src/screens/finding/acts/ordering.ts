import orderRectificationInput from 'input:OrderRectificationInput';
import redirectOrderInput from 'input:RedirectOrderInput';
import withdrawOrderInput from 'input:WithdrawOrderInput';
import replaceAcceptorInput from 'input:ReplaceAcceptorInput';
import { graphql } from '../../../api/graphql';
import { asEntered } from '../../../forms/draft';
import { SAID } from '../../../forms/said';
import type { FindingAct } from './finding-act';

/** Who is to rectify, and by when. */
export const ordering = {
  orderRectification: {
    mutation: graphql(
      `
        mutation OrderRectification($input: OrderRectificationInput!) {
          outcome: orderRectification(input: $input) {
            ...Said
          }
        }
      `,
      [SAID],
    ),
    input: orderRectificationInput,
  },
  redirectOrder: {
    mutation: graphql(
      `
        mutation RedirectOrder($input: RedirectOrderInput!) {
          outcome: redirectOrder(input: $input) {
            ...Said
          }
        }
      `,
      [SAID],
    ),
    input: redirectOrderInput,
    begin: ({ rectification: fix }) =>
      fix
        ? { unitId: fix.unit.id, acceptorOrgId: fix.acceptor.id, standard: fix.standard, dueAt: asEntered(fix.dueAt) }
        : {},
  },
  withdrawOrder: {
    mutation: graphql(
      `
        mutation WithdrawOrder($input: WithdrawOrderInput!) {
          outcome: withdrawOrder(input: $input) {
            ...Said
          }
        }
      `,
      [SAID],
    ),
    input: withdrawOrderInput,
  },
  replaceAcceptor: {
    mutation: graphql(
      `
        mutation ReplaceAcceptor($input: ReplaceAcceptorInput!) {
          outcome: replaceAcceptor(input: $input) {
            ...Said
          }
        }
      `,
      [SAID],
    ),
    input: replaceAcceptorInput,
  },
} satisfies Readonly<Record<string, FindingAct>>;
