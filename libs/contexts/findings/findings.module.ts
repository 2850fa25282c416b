import { context } from '#platform/context';
import { awaitedIn } from '#platform/graphql';
import { finding } from './finding.decider.js';
import { FindingResolver, FindingViewerCan } from './finding.resolver.js';
import { FindingEvidenceResolver } from './finding-evidence.resolver.js';
import { waysToAwait } from './views/awaiting.js';
import { evidenceUse } from './views/evidence-use.view.js';
import { findingCard } from './views/finding-card.view.js';

/** Shortcomings, from the first look to the last look back. */
export const findings = context({
  deciders: [finding],
  views: [findingCard, evidenceUse],
  policies: [],
  timers: [],
  resolvers: [FindingResolver, FindingViewerCan, FindingEvidenceResolver],
});

/** What is counted as waiting for somebody. */
export const findingsAwaited = { findings: awaitedIn(findingCard, waysToAwait) };

export { findingFigures } from './views/figures.js';
