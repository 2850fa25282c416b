import { context } from '#platform/context';
import { awaitedIn } from '#platform/graphql';
import { finding } from './finding.decider.js';
import { FindingResolver, FindingViewerCan } from './finding.resolver.js';
import { waysToAwait } from './views/awaiting.js';
import { evidenceUse, evidenceUseRow } from './views/evidence-use.view.js';
import { findingCard } from './views/finding-card.view.js';
import { evidencePart } from './views/parts.js';

export { evidencePart, evidenceUse, evidenceUseRow, findingCard };

/** Shortcomings, from the first look to the last look back. */
export const findings = context({
  deciders: [finding],
  views: [findingCard, evidenceUse],
  policies: [],
  timers: [],
  resolvers: [FindingResolver, FindingViewerCan],
});

/** What is counted as waiting for somebody. */
export const findingsAwaited = { findings: awaitedIn(findingCard, waysToAwait) };

export { findingFigures } from './views/figures.js';
