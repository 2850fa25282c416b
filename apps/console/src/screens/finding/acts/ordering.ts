import orderRectification from 'act:orderRectification';
import redirectOrder from 'act:redirectOrder';
import withdrawOrder from 'act:withdrawOrder';
import replaceAcceptor from 'act:replaceAcceptor';
import { asEntered } from '../../../forms/draft';
import type { FindingAct } from './finding-act';

/** Who is to rectify, and by when. */
export const ordering = {
  orderRectification,
  redirectOrder: {
    ...redirectOrder,
    begin: ({ rectification: fix }) =>
      fix
        ? { unitId: fix.unit.id, acceptorOrgId: fix.acceptor.id, standard: fix.standard, dueAt: asEntered(fix.dueAt) }
        : {},
  },
  withdrawOrder,
  replaceAcceptor,
} satisfies Readonly<Record<string, FindingAct>>;
