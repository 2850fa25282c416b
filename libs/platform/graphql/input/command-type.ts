import { bilingual, id, optional, type CommandDeclaration, type Commands, type Shape } from '#kernel';
import type { Type } from '@nestjs/common';
import { InputType } from '@nestjs/graphql';
import { CommandInput } from './command-input.js';
import { declareFields } from './input-type.js';

/** For clients that must know an id before they are answered, such as imports and offline devices. */
const CHOSEN = { en: 'Its id, where the client chooses it.', zh: '编号（客户端指定时）。' };

/** The input class of a command: what every command says about itself, its stream, and the fields that it takes. */
export const commandTypeOf = (commands: Commands, type: string, declared: CommandDeclaration): Type<CommandInput> => {
  const name = `${type}Input`;
  const made = { [name]: class extends CommandInput {} }[name] as Type<CommandInput>;
  declareFields(made, { ...streamOf(commands, declared), ...declared.takes });
  const { reasoned } = declared;
  InputType(name, typeof reasoned === 'object' ? { description: bilingual(reasoned) } : {})(made);
  return made;
};

/** How an input names the stream that its command is about, if it does. */
const streamOf = (commands: Commands, { begins, elsewhere, subject = commands.subject }: CommandDeclaration): Shape => {
  const { kind, chosen = CHOSEN } = commands;
  if (elsewhere || begins === 'derived') return {};
  return { id: begins ? optional(id(kind, chosen.en, chosen.zh)) : id(kind, subject.en, subject.zh) };
};
