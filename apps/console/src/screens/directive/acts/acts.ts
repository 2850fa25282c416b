import acknowledgeDirective from 'act:acknowledgeDirective';
import amendDirective from 'act:amendDirective';
import askLaterDue from 'act:askLaterDue';
import completeDirective from 'act:completeDirective';
import editDraft from 'act:editDraft';
import exemptClause from 'act:exemptClause';
import grantLaterDue from 'act:grantLaterDue';
import issueDirective from 'act:issueDirective';
import recordDelivery from 'act:recordDelivery';
import refuseExemption from 'act:refuseExemption';
import refuseLaterDue from 'act:refuseLaterDue';
import relayDirective from 'act:relayDirective';
import returnDirective from 'act:returnDirective';
import revokeDirective from 'act:revokeDirective';
import ruleOnReturn from 'act:ruleOnReturn';
import submitForSignOff from 'act:submitForSignOff';
import supersedeDirective from 'act:supersedeDirective';
import withdrawDirective from 'act:withdrawDirective';
import type { Act } from '../../../forms/act';
import { asDrafted, asItHolds } from './begin';
import { ClauseChoice, WithoutDutyEntry } from './clause-choice';
import { ClauseMapEntry } from './clause-map-entry';
import { ClausesEntry } from './clauses-entry';
import type { DirectiveAct } from './directive-act';

const TEXT = { given: ['expectedRevision'], entries: { clauses: ClausesEntry, clauseMap: ClauseMapEntry } };

/** Every command of an order's course. */
export const DIRECTIVE_ACTS: Readonly<Record<string, DirectiveAct>> = {
  editDraft: { ...editDraft, ...TEXT, begin: asDrafted },
  submitForSignOff,
  issueDirective,
  amendDirective: { ...amendDirective, ...TEXT, begin: asItHolds },
  askLaterDue: { ...askLaterDue, entries: { by: ClauseChoice } },
  completeDirective: { ...completeDirective, entries: { withoutDuty: WithoutDutyEntry } },
  withdrawDirective,
  revokeDirective,
  supersedeDirective,
};

/** Between which order and which body a receipt stands is known. */
const BETWEEN = { given: ['directiveId', 'recipientId', 'textVersion'] };

/** Every command of a receipt that people ask for. */
export const RECEIPT_ACTS: Readonly<Record<string, Act>> = {
  acknowledgeDirective: { ...acknowledgeDirective, ...BETWEEN },
  returnDirective: { ...returnDirective, ...BETWEEN },
  ruleOnReturn: { ...ruleOnReturn, ...BETWEEN },
  relayDirective: { ...relayDirective, ...BETWEEN },
  recordDelivery: { ...recordDelivery, ...BETWEEN },
};

/** Which clause of which order is ruled on is known. */
const ASKED = { given: ['directiveId', 'clause'] };

/** What is answered to those who ask for less, or for more time. */
export const RULINGS: Readonly<Record<string, Act>> = {
  exemptClause: { ...exemptClause, ...ASKED },
  refuseExemption: { ...refuseExemption, ...ASKED },
  grantLaterDue: { ...grantLaterDue, ...ASKED },
  refuseLaterDue: { ...refuseLaterDue, ...ASKED },
};
