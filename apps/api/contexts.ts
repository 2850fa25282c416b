import { directives, DirectivesModule } from '#contexts/directives/directives.module';
import { duties, DutiesModule } from '#contexts/duties/duties.module';
import { findings, FindingsModule } from '#contexts/findings/findings.module';
import { parties, PartiesModule } from '#contexts/parties/parties.module';

/** The map of the product: every context, and what it adds to the shared machinery. */
export const CONTEXT_MODULES = [PartiesModule, DirectivesModule, DutiesModule, FindingsModule];

const PARTS = [parties, directives, duties, findings];

export const VIEWS_OF_ALL = PARTS.flatMap(({ views }) => views);
export const POLICIES_OF_ALL = PARTS.flatMap(({ policies }) => policies);
export const CATALOGUES_OF_ALL = new Map(
  PARTS.flatMap(({ deciders }) => deciders).map(({ kind, events }) => [kind, events]),
);
