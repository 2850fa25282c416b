import { context } from '#platform/context';
import { awaitedIn } from '#platform/graphql';
import { dutyPoint } from './duty-point.decider.js';
import { dutyPointNeighbours } from './duty-point.policy.js';
import { DutyPointResolver, DutyPointViewerCan } from './duty-point.resolver.js';
import { DutyGapsExplained, GapExplained } from './gap-explained.resolver.js';
import { DutyGapsViewerCan, GapResolver, GapViewerCan } from './gap.resolver.js';
import { DutyPointChainResolver } from './duty-point-chain.resolver.js';
import { dutiesAwaiting } from './views/awaiting.js';
import { dutyPointCard } from './views/duty-point-card.view.js';
import { dutyGaps } from './views/duty-gaps.view.js';
import { gap } from './views/gap.view.js';

/** The things that must have holders, and who holds them. */
export const duties = context({
  deciders: [dutyPoint],
  views: [dutyPointCard, gap, dutyGaps],
  policies: [dutyPointNeighbours],
  timers: [],
  resolvers: [
    ...[DutyPointResolver, DutyPointViewerCan, DutyPointChainResolver],
    ...[GapResolver, GapViewerCan, GapExplained, DutyGapsViewerCan, DutyGapsExplained],
  ],
});

/** What is counted as waiting for somebody. */
export const dutiesAwaited = { dutyPoints: awaitedIn(dutyPointCard, dutiesAwaiting) };

export { placeFigures, unownedDuties } from './views/gap-figures.js';
