import type { AnyDecider, AnyPolicy, AnyView } from '#kernel';
import { Module } from '@nestjs/common';
import { finding } from './finding.decider.js';
import { FindingResolver } from './finding.resolver.js';
import { RectificationResolver } from './rectification.resolver.js';
import { findingCard } from './views/finding-card.view.js';

/** What this context adds to the follower and to the timeline. */
export const findings: {
  readonly deciders: readonly AnyDecider[];
  readonly views: readonly AnyView[];
  readonly policies: readonly AnyPolicy[];
} = {
  deciders: [finding],
  views: [findingCard],
  policies: [],
};

@Module({ providers: [FindingResolver, RectificationResolver] })
export class FindingsModule {}
