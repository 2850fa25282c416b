import { context } from '#platform/context';
import { finding } from './finding.decider.js';
import { FindingResolver } from './finding.resolver.js';
import { findingCard } from './views/finding-card.view.js';

/** Shortcomings, from the first look to the last look back. */
export const findings = context({
  deciders: [finding],
  views: [findingCard],
  policies: [],
  timers: [],
  resolvers: [FindingResolver],
});
