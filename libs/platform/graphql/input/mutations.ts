import { byCommand, type Actor } from '#access';
import {
  bilingual,
  hasMutation,
  type AnyDecider,
  type CommandDeclaration,
  type CommandDataOf,
  type Commands,
  type Id,
  type GivenBy,
} from '#kernel';
import { Decide, newId, type FindStream } from '#platform/decide';
import type { Type } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Outcome, outcome } from '../output/outcome.js';
import { mutationName } from '../output/possibility.js';
import type { Language } from '../server/language.js';
import { MayAsk } from '../server/may-ask.js';
import type { CommandInput } from './command-input.js';
import { commandTypeOf } from './command-type.js';
import { contentOf } from './content-of.js';
import { reasonApart } from './reason-apart.js';
import { occasionOf, type RequestContext } from './request-context.js';
import { refuseUnseen } from './unseen.js';
import { Speaking, Viewer } from './viewer.js';

type Declared = Readonly<Record<string, CommandDeclaration>>;

/** How an input names its stream: always, where the stream is there before the command and no other field leads to it. */
type SubjectOf<R> = R extends { readonly begins: string } | { readonly elsewhere: true }
  ? { readonly id?: Id }
  : { readonly id: Id };

/** What a mutation's input says, apart from what every command says about itself; the reason where one is asked for. */
export type InputOf<R> = GivenBy<R> & SubjectOf<R>;

/** What a resolver makes of an input: the data to decide on, and the stream where the input does not name it. */
export interface Translated<D> {
  readonly data: D;
  readonly stream?: Id | FindStream;
}

type NeedsTranslation<R> = R extends { readonly as: unknown } | { readonly elsewhere: true } ? true : false;
type BySystem<R> = R extends { readonly who: readonly ['system'] } ? true : false;

/** A translation for each command whose input is not yet what is decided on; left out, it does not compile. */
export type Translations<D extends Declared> = {
  readonly [T in keyof D as BySystem<D[T]> extends true ? never : NeedsTranslation<D[T]> extends true ? T : never]: (
    input: InputOf<D[T]>,
    context: RequestContext,
  ) => Translated<CommandDataOf<D[T]>>;
};

/** What Nest hands a mutation: the input as the pipe has checked it, who asks, and in which language to answer. */
interface Asked {
  readonly input: CommandInput;
  readonly actor: Actor;
  readonly language: Language;
}

/** What the actor says; the texts of others, where the command takes such, are not theirs. */
const ownWords = ({ verbatim }: CommandDeclaration, input: CommandInput): object =>
  verbatim ? { deviceId: input.deviceId, reason: input.reason } : input;

type Translate = (input: object, context: RequestContext) => Translated<unknown>;
type Mutations = abstract new (bus: CommandBus) => object;

/**
 * A resolver with a mutation for each command that people may ask for; extend it for the queries.
 * Nest finds the mutations by the metadata that is set here, as decorators would set it.
 */
export const mutationsOf = <D extends Declared>(
  commands: Commands<D>,
  decider: AnyDecider,
  translations: Translations<D>,
): Mutations => {
  @Resolver({ isAbstract: true })
  abstract class MutationsOfCommands {
    constructor(private readonly bus: CommandBus) {}

    /** One mutation: the command's data and stream from its input, decided by way of the one gate. */
    protected async ask(type: string, { input, actor, language }: Asked) {
      const declared = commands.declared[type];
      if (!declared) throw new TypeError(`no such command: ${type}`);
      const { id, ...content } = contentOf(input) as { readonly id?: Id };
      refuseUnseen(ownWords(declared, input), 'input');
      const context = { actor, language, occasion: occasionOf(actor, input), lateEntryId: input.lateEntryId };
      const { reason, asked } = declared.reasoned ? reasonApart(context) : { reason: undefined, asked: context };
      const given = declared.reasoned ? { ...content, reason } : content;
      const translate = (translations as Readonly<Record<string, Translate>>)[type];
      const { data, stream } = translate ? translate({ ...given, ...(id && { id }) }, asked) : { data: given };
      const about = stream ?? id ?? newId(commands.kind, asked.occasion);
      return outcome(await this.bus.execute(new Decide(decider, about, { type, data }, asked)), asked.language);
    }
  }
  for (const [type, declared] of Object.entries(commands.declared)) {
    if (hasMutation(declared)) addMutation(MutationsOfCommands, commands, type, declared);
  }
  return MutationsOfCommands;
};

interface Asking {
  ask(type: string, asked: Asked): Promise<unknown>;
}

const addMutation = (resolver: Mutations, commands: Commands, type: string, declared: CommandDeclaration): void => {
  const name = mutationName(type);
  const inputType: Type<CommandInput> = commandTypeOf(commands, type, declared);
  const prototype = resolver.prototype as object;
  const method = function (this: Asking, input: CommandInput, actor: Actor, language: Language) {
    return this.ask(type, { input, actor, language });
  };
  const descriptor: PropertyDescriptor = { value: method, writable: true, configurable: true };
  Object.defineProperty(prototype, name, descriptor);
  // Without these types Nest would check nothing: the pipe asks for the class of the argument here.
  Reflect.defineMetadata('design:paramtypes', [inputType, Object, String], prototype, name);
  Mutation(() => Outcome, { name, description: bilingual(declared.label) })(prototype, name, descriptor);
  MayAsk(byCommand(declared.who))(prototype, name, descriptor);
  Args('input', { type: () => inputType })(prototype, name, 0);
  Viewer()(prototype, name, 1);
  Speaking()(prototype, name, 2);
};
