import { context } from '#platform/context';
import { evidence as evidenceDecider } from './evidence.decider.js';
import { EvidenceResolver } from './evidence.resolver.js';
import { unusedEvidence } from './evidence.timer.js';
import { evidenceCard, evidenceRow } from './views/evidence-card.view.js';

export { evidenceCard, evidenceRow };

/** Files that prove something: kept as they came, and looked after. */
export const evidence = context({
  deciders: [evidenceDecider],
  views: [evidenceCard],
  policies: [],
  timers: [unusedEvidence],
  resolvers: [EvidenceResolver],
});
