import type { AnyDecider, AnyPolicy, AnyView } from '#kernel';
import { Module } from '@nestjs/common';
import { organisation } from './organisation.decider.js';
import { OrganisationResolver } from './organisation.resolver.js';
import { person } from './person.decider.js';
import { PersonResolver } from './person.resolver.js';
import { territory } from './territory.decider.js';
import { TerritoryResolver } from './territory.resolver.js';
import { organisationCard } from './views/organisation-card.view.js';
import { personCard } from './views/person-card.view.js';
import { postCard } from './views/post-card.view.js';
import { territoryCard } from './views/territory-card.view.js';

/** What this context adds to the follower and to the timeline. */
export const parties: {
  readonly deciders: readonly AnyDecider[];
  readonly views: readonly AnyView[];
  readonly policies: readonly AnyPolicy[];
} = {
  deciders: [territory, organisation, person],
  views: [territoryCard, organisationCard, postCard, personCard],
  policies: [],
};

@Module({ providers: [TerritoryResolver, OrganisationResolver, PersonResolver] })
export class PartiesModule {}
