import { context } from '#platform/context';
import { awaitedIn } from '#platform/graphql';
import { CascadeResolver } from './cascade/cascade.resolver.js';
import { cascadeView } from './cascade/views/cascade.view.js';
import { ClauseDifferencesResolver } from './differences/differences.resolver.js';
import { directive } from './directive/directive.decider.js';
import { amendmentsGoDown } from './directive/directive.policy.js';
import { dutiesAreNoted } from './directive/duties.policy.js';
import { DirectiveResolver, DirectiveViewerCan } from './directive/directive.resolver.js';
import { directivesAwaiting, requestsAwaiting } from './directive/views/awaiting.js';
import { directiveCard } from './directive/views/directive-card.view.js';
import { RequestResolver, RequestViewerCan } from './directive/request.resolver.js';
import { requestsAreKept } from './directive/requests.policy.js';
import { directiveRequest } from './directive/views/directive-request.view.js';
import { meeting } from './meeting/meeting.decider.js';
import { MeetingResolver } from './meeting/meeting.resolver.js';
import { meetingCard } from './meeting/views/meeting-card.view.js';
import { receipt } from './receipt/receipt.decider.js';
import { closeTakenBack, deliverIssued, issueRelayed } from './receipt/receipt.policy.js';
import { ReceiptResolver, ReceiptViewerCan } from './receipt/receipt.resolver.js';
import { acknowledgementLimit } from './receipt/receipt.timer.js';
import { receiptsAwaiting } from './receipt/views/awaiting.js';
import { receiptCard } from './receipt/views/receipt-card.view.js';

/** What is ordered, and how it goes down the levels. */
export const directives = context({
  deciders: [meeting, directive, receipt],
  views: [meetingCard, directiveCard, directiveRequest, receiptCard, cascadeView],
  policies: [deliverIssued, amendmentsGoDown, requestsAreKept, dutiesAreNoted, closeTakenBack, issueRelayed],
  timers: [acknowledgementLimit],
  resolvers: [
    ...[MeetingResolver, DirectiveResolver, DirectiveViewerCan, RequestResolver, RequestViewerCan],
    ...[ReceiptResolver, ReceiptViewerCan, CascadeResolver, ClauseDifferencesResolver],
  ],
});

/** What is counted as waiting for somebody; what asks something of their body is among the requests. */
export const directivesAwaited = {
  directives: awaitedIn(directiveCard, (viewer) => directivesAwaiting(viewer, [])),
  requests: awaitedIn(directiveRequest, requestsAwaiting),
  receipts: awaitedIn(receiptCard, receiptsAwaiting),
};

export { hopRow } from './cascade/views/cascade-hop.js';
export { latestCascades } from './cascade/latest-cascades.loader.js';
