import { bilingual, ref, type Id } from '#kernel';
import type { Outcome as Decided } from '#platform/decide';
import { Overloaded, StorageFull, Unavailable } from '#platform/event-store';
import { BadCursor, NotYetVisible } from '#platform/views';
import { type Actor, WITHIN_REACH } from '#access';
import { Args, Field, ID, InputType, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import {
  CommandInput,
  Connection,
  connection,
  EnumField,
  enumOf,
  FlagField,
  IdArg,
  IdField,
  IntField,
  type Language,
  LookArgs,
  looking,
  MayAsk,
  occasionOf,
  outcome,
  Outcome,
  PageArgs,
  PartField,
  Ref,
  type RequestContext,
  Speaking,
  TextField,
  Viewer,
} from '../index.js';

const says = { en: 'For tests.', zh: '测试用。' };
const description = bilingual(says);

export const Colour = enumOf('Colour', says, { red: { en: 'Red', zh: '红' }, green: { en: 'Green', zh: '绿' } });

@InputType({ description })
export class PartInput {
  @TextField(10, says) name!: string;
  @IntField(1, 9, { ...says, optional: true }) size?: number;
}

@InputType({ description })
export class MakeThing extends CommandInput {
  @TextField(5, says) name!: string;
  @EnumField(() => Colour, says) colour!: keyof typeof Colour;
  @IdField('thing', { ...says, optional: true }) parent?: Id<'thing'>;
  @IdField(['thing', 'other'], { ...says, optional: true, list: 2 }) others?: readonly Id[];
  @PartField(() => PartInput, { ...says, optional: true, list: 3 }) parts?: readonly PartInput[];
  @FlagField({ ...says, optional: true }) loud?: boolean;
}

@ObjectType({ description })
export class Thing {
  @Field(() => ID, { description }) id!: Id;
  @Field(() => String, { description }) seen!: string;
  @Field(() => Ref, { description }) owner!: Ref;
  @Field(() => [Thing], { description }) below!: readonly Thing[];
}

@ObjectType({ description })
export class ThingConnection extends Connection(Thing) {}

/** What the mutation was handed, for specs to look at. */
export const asked: { input: MakeThing; asking: RequestContext }[] = [];

const thing = (id: Id, seen: string): Thing => ({
  id,
  seen,
  owner: ref('organisation-00000000-0000-4000-8000-000000000001'),
  below: [],
});

const failures: Readonly<Record<string, () => Error>> = {
  late: () => new NotYetVisible(7n, 3n),
  cursor: () => new BadCursor('x'),
  bug: () => new TypeError('secret: the password is 1234'),
  overloaded: () => new Overloaded(4_096),
  gone: () => new Unavailable(new Error('ECONNREFUSED')),
  full: () => new StorageFull(new Error('no space left')),
};

const fail = (after?: string): void => {
  const failure = failures[after ?? ''];
  if (failure) throw failure();
};

/** A context of its own for the platform's specs: one mutation, one list, one thing. */
@Resolver(() => Thing)
export class ThingResolver {
  @MayAsk(WITHIN_REACH)
  @Mutation(() => Outcome, { description })
  makeThing(
    @Args('input', { type: () => MakeThing }) input: MakeThing,
    @Viewer() actor: Actor,
    @Speaking() language: Language,
  ) {
    asked.push({ input, asking: { actor, language, occasion: occasionOf(actor, input) } });
    const decided: Decided =
      input.name === 'no'
        ? { recorded: false, code: 'NO_THING', message: { en: 'No such thing.', zh: '不行。' }, path: ['name'] }
        : { recorded: true, id: 'thing-1', position: '7', events: [{ eventId: 'e', type: 'ThingMade', position: 7n }] };
    return outcome(decided, language);
  }

  @MayAsk(WITHIN_REACH)
  @Query(() => Thing, { nullable: true, description })
  thing(@IdArg('id', 'thing', says) id: Id<'thing'>, @Args() look: LookArgs, @Viewer() viewer: Actor): Thing {
    const { waitFor, asOf } = looking(viewer, look);
    const moment = asOf && 'position' in asOf ? String(asOf.position) : asOf?.recordedAt;
    return thing(id, `${String(waitFor)} ${String(moment)}`);
  }

  @MayAsk(WITHIN_REACH)
  @Query(() => Thing, { nullable: true, description })
  lost(@Args('after', { nullable: true }) after?: string): Thing | null {
    fail(after);
    return null;
  }

  @MayAsk(WITHIN_REACH)
  @Query(() => ThingConnection, { description })
  things(@Args() { first, after }: PageArgs) {
    fail(after);
    const edges = Array.from({ length: Math.min(first, 3) }, (_, index) => ({
      cursor: `c${String(index)}`,
      node: thing('thing-00000000-0000-4000-8000-000000000001', 'now'),
    }));
    return connection({ edges, hasNextPage: false });
  }
}
