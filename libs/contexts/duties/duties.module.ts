import type { AnyDecider, AnyPolicy, AnyView } from '#kernel';
import { Module } from '@nestjs/common';
import { dutyPoint } from './duty-point.decider.js';
import { dutyPointNeighbours } from './duty-point.policy.js';
import { DutyPointResolver } from './duty-point.resolver.js';
import { dutyPointCard } from './views/duty-point-card.view.js';
import { gap } from './views/gap.view.js';

/** What this context adds to the follower and to the timeline. */
export const duties: {
  readonly deciders: readonly AnyDecider[];
  readonly views: readonly AnyView[];
  readonly policies: readonly AnyPolicy[];
} = {
  deciders: [dutyPoint],
  views: [dutyPointCard, gap],
  policies: [dutyPointNeighbours],
};

@Module({ providers: [DutyPointResolver] })
export class DutiesModule {}
