import type { AnyDecider, AnyPolicy, AnyView } from '#kernel';
import { Module } from '@nestjs/common';
import { directive } from './directive.decider.js';
import { DirectiveResolver } from './directive.resolver.js';
import { deliverIssued, issueRelayed } from './directives.policy.js';
import { meeting } from './meeting.decider.js';
import { MeetingResolver } from './meeting.resolver.js';
import { receipt } from './receipt.decider.js';
import { ReceiptResolver } from './receipt.resolver.js';
import { cascadeLink } from './views/cascade-link.view.js';
import { directiveCard } from './views/directive-card.view.js';
import { meetingCard } from './views/meeting-card.view.js';
import { receiptCard } from './views/receipt-card.view.js';

/** What this context adds to the follower and to the timeline. */
export const directives: {
  readonly deciders: readonly AnyDecider[];
  readonly views: readonly AnyView[];
  readonly policies: readonly AnyPolicy[];
} = {
  deciders: [meeting, directive, receipt],
  views: [meetingCard, directiveCard, receiptCard, cascadeLink],
  policies: [deliverIssued, issueRelayed],
};

@Module({ providers: [MeetingResolver, DirectiveResolver, ReceiptResolver] })
export class DirectivesModule {}
