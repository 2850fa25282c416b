import { type Actor, WITHIN_REACH } from '#access';
import { bilingual, named, type Id } from '#kernel';
import {
  foundIn,
  IdArg,
  labelOn,
  listOf,
  LookArgs,
  looking,
  MayAsk,
  mutationsOf,
  objectTypeOf,
  paging,
  Viewer,
  viewerCanOn,
} from '#platform/graphql';
import { VIEWS, type Views } from '#platform/views';
import { Inject } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { PersonConnection, PersonsArgs } from './person.args.js';
import { personCommands } from './person.commands.js';
import { person } from './person.decider.js';
import { wantedBy } from './person.wanted.js';
import { personRow, type PersonCard } from './views/person-card.row.js';
import { personCard } from './views/person-card.view.js';

const Person = objectTypeOf(personRow);

export const PersonViewerCan = viewerCanOn({ type: Person, decider: person, streamOf: ({ id }) => id });

/** What somebody is called, in a language. */
export const PersonLabel = labelOn(Person, ({ name, nameEn }) => named(name, nameEn), 100);

@Resolver(() => Person)
export class PersonResolver extends mutationsOf(personCommands, person, {}) {
  constructor(
    @Inject(CommandBus) bus: CommandBus,
    @Inject(VIEWS) private readonly views: Views,
  ) {
    super(bus);
  }

  @MayAsk(WITHIN_REACH)
  @Query(() => Person, { nullable: true, description: bilingual({ en: 'One person.', zh: '一名人员。' }) })
  person(
    @IdArg('id', 'person', { en: 'Which person.', zh: '人员编号。' }) id: Id<'person'>,
    @Args() look: LookArgs,
    @Viewer() viewer: Actor,
  ) {
    return this.views.get(personCard, id, looking(viewer, look));
  }

  @MayAsk(WITHIN_REACH)
  @Query(() => PersonConnection, { description: bilingual({ en: 'Persons.', zh: '人员列表。' }) })
  persons(@Args() args: PersonsArgs, @Viewer() viewer: Actor) {
    const [page, how] = [paging<PersonCard>(args), looking(viewer, args)];
    const { text, orgId } = args;
    if (text === undefined && orgId === undefined) return listOf(this.views, personCard, page, how);
    return foundIn(this.views, personCard, page, { looking: how, wanted: wantedBy({ text, orgId }) });
  }
}
