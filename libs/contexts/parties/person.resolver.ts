import type { Actor } from '#access';
import { bilingual, type Id } from '#kernel';
import { Decide, newId } from '#platform/decide';
import {
  Asking,
  connection,
  contentOf,
  IdArg,
  LookArgs,
  looking,
  Outcome,
  outcome,
  PageArgs,
  paging,
  Viewer,
  type Asked,
} from '#platform/graphql';
import { VIEWS, type Views } from '#platform/views';
import { Inject } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { PersonConnection } from './parties.args.js';
import { HoldPostInput, LeavePostInput, RegisterPersonInput } from './parties.input.js';
import { person, type PersonCommand } from './person.decider.js';
import { aroundPerson } from './person.facts.js';
import { PersonCard, personCard } from './views/person-card.view.js';

@Resolver(() => PersonCard)
export class PersonResolver {
  constructor(
    @Inject(CommandBus) private readonly bus: CommandBus,
    @Inject(VIEWS) private readonly views: Views,
  ) {}

  @Mutation(() => Outcome, { description: bilingual({ en: 'Registers a person.', zh: '登记人员。' }) })
  registerPerson(@Args('input') input: RegisterPersonInput, @Asking() asked: Asked) {
    const { id = newId('person', asked.occasion), ...data } = contentOf(input);
    return this.decide(id, { type: 'RegisterPerson', data }, asked);
  }

  @Mutation(() => Outcome, { description: bilingual({ en: 'Appoints a person to a post.', zh: '任职。' }) })
  holdPost(@Args('input') input: HoldPostInput, @Asking() asked: Asked) {
    const { id, ...data } = contentOf(input);
    return this.decide(id, { type: 'HoldPost', data }, asked);
  }

  @Mutation(() => Outcome, { description: bilingual({ en: 'Ends an appointment.', zh: '离任。' }) })
  leavePost(@Args('input') input: LeavePostInput, @Asking() asked: Asked) {
    const { id, ...data } = contentOf(input);
    return this.decide(id, { type: 'LeavePost', data }, asked);
  }

  @Query(() => PersonCard, { nullable: true, description: bilingual({ en: 'One person.', zh: '一名人员。' }) })
  person(
    @IdArg('id', 'person', { en: 'Which person.', zh: '人员编号。' }) id: Id<'person'>,
    @Args() look: LookArgs,
    @Viewer() viewer: Actor,
  ) {
    return this.views.get(personCard, id, looking(viewer, look));
  }

  @Query(() => PersonConnection, { description: bilingual({ en: 'Persons.', zh: '人员列表。' }) })
  async persons(@Args() args: PageArgs, @Viewer() viewer: Actor) {
    return connection(await this.views.page(personCard, paging(args), looking(viewer, args)));
  }

  private async decide(id: Id<'person'>, command: PersonCommand, asked: Asked) {
    const decide = new Decide(person, id, command, asked, aroundPerson);
    return outcome(await this.bus.execute(decide), asked.language);
  }
}
