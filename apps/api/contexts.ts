import { directives } from '#contexts/directives/directives.module';
import { duties } from '#contexts/duties/duties.module';
import { evidence } from '#contexts/evidence/evidence.module';
import { findings } from '#contexts/findings/findings.module';
import { grants } from '#contexts/grants/grants.module';
import { imports } from '#contexts/imports/imports.module';
import { parties } from '#contexts/parties/parties.module';
import type { AnyDecider, Streams } from '#kernel';
import { claim } from '#platform/claims';
import { context } from '#platform/context';
import type { PartsOfRecords } from '#platform/timeline';
import {
  whenAFindingIsRecordedThenItIsNumbered,
  whenAHolderLeavesThenTheAssignmentIsInactive,
  whenAnOrderEndsThenItsDutiesSaySo,
} from '#processes';
import { BeginResolver } from './awaited/begin.resolver.js';
import { WorkResolver } from './awaited/work.resolver.js';
import { FindingEvidenceResolver } from './evidence/finding-evidence.resolver.js';
import { OverviewResolver } from './overview/overview.resolver.js';
import { BodiesBelowResolver } from './reach/bodies-below.resolver.js';

const PROCESSES = [
  whenAFindingIsRecordedThenItIsNumbered,
  whenAHolderLeavesThenTheAssignmentIsInactive,
  whenAnOrderEndsThenItsDutiesSaySo,
];

/** What reacts across contexts, and what it remembers for that. */
const processes = context({
  deciders: [],
  views: PROCESSES.map(({ memory }) => memory),
  policies: PROCESSES,
  timers: [],
  resolvers: [WorkResolver, BeginResolver, BodiesBelowResolver, OverviewResolver, FindingEvidenceResolver],
});

/** The map of the product: every context, and what reacts across them. */
export const CONTEXTS = [parties, grants, imports, directives, duties, evidence, findings, processes];

export const RESOLVERS_OF_ALL = CONTEXTS.flatMap(({ resolvers }) => resolvers);
export const VIEWS_OF_ALL = CONTEXTS.flatMap(({ views }) => views);
export const POLICIES_OF_ALL = CONTEXTS.flatMap(({ policies }) => policies);
export const TIMERS_OF_ALL = CONTEXTS.flatMap(({ timers }) => timers);
const DECIDERS = CONTEXTS.flatMap(({ deciders }) => deciders);
/** Whom a file is shown to depends on what took it: what takes files looks that up itself. What rests on a beginning nobody sees. */
const isLookedUp = ({ kind }: AnyDecider): boolean => kind !== 'evidence' && kind !== 'beginning';
/** What is named in commands is looked up here. */
export const STREAMS_OF_ALL: Streams = new Map(DECIDERS.filter(isLookedUp).map((decider) => [decider.kind, decider]));
/** Claims are in the log like everything else, but nobody names one or sees one. */
export const CATALOGUES_OF_ALL = new Map([...DECIDERS, claim].map(({ kind, events }) => [kind, events]));
/** What is read as one record: a case with what it is about and what shows it, an order with its receipts. */
export const PARTS_OF_RECORDS: PartsOfRecords = { finding: ['dutyPoint', 'evidence'], directive: ['receipt'] };
