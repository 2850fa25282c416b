import { context } from '#platform/context';
import { beginning } from './beginning/beginning.decider.js';
import { appointmentsAreNoted, bodiesAreNoted } from './beginning/beginning.policy.js';
import { organisation } from './organisation/organisation.decider.js';
import {
  OrganisationLabel,
  OrganisationResolver,
  OrganisationViewerCan,
  PostLabel,
} from './organisation/organisation.resolver.js';
import { organisationCard } from './organisation/views/organisation-card.view.js';
import { postCard } from './organisation/views/post-card.view.js';
import { person } from './person/person.decider.js';
import { PersonLabel, PersonResolver, PersonViewerCan } from './person/person.resolver.js';
import { appointmentEnd } from './person/person.timer.js';
import { personCard } from './person/views/person-card.view.js';
import { territory } from './territory/territory.decider.js';
import { TerritoryLabel, TerritoryResolver, TerritoryViewerCan } from './territory/territory.resolver.js';
import { territoryCard } from './territory/views/territory-card.view.js';

/** Who and where: the tree of places, the bodies and their posts, the people who hold them. */
export const parties = context({
  deciders: [territory, organisation, person, beginning],
  views: [territoryCard, organisationCard, postCard, personCard],
  policies: [appointmentsAreNoted, bodiesAreNoted],
  timers: [appointmentEnd],
  resolvers: [
    ...[TerritoryResolver, TerritoryViewerCan, TerritoryLabel],
    ...[OrganisationResolver, OrganisationViewerCan, OrganisationLabel, PostLabel],
    ...[PersonResolver, PersonViewerCan, PersonLabel],
  ],
});

export { bodiesBelow } from './organisation/bodies-below.loader.js';
export { placesBelow } from './territory/places-below.loader.js';
