import type { Shape } from './field.js';
import type { Role } from './roles.js';
import type { ShapeData } from './shape.js';
import type { Text } from './text.js';

/** The type of a command's data where it differs from what its input says; it exists for the compiler alone. */
export interface Translation<D> {
  readonly translated: true;
  readonly data?: D;
}

/** Says that a command decides on data of this type, which its resolver makes of the input. */
export const to = <D>(): Translation<D> => ({ translated: true });

/** The rules of a command that are known without its data. */
export interface CommandRules {
  /** The roles that may ask for it; 'system' never comes from a token, and has no mutation. */
  readonly who: readonly Role[];
  /** The states (`is`) of its stream in which it can make anything happen. */
  readonly at: readonly string[];
  /** The fields of the input of the command. */
  readonly takes?: Shape;
  /** Its stream begins with it: under an id that the client may choose, or under one that follows from the command. */
  readonly begins?: 'chosen' | 'derived';
  /** How the input calls its stream, where that is not as the other commands do. */
  readonly subject?: Text;
  /** The input names its stream by other fields, and the resolver finds it. */
  readonly elsewhere?: true;
  /** People ask for it by a request of its own, such as an upload, and not by a mutation. */
  readonly apart?: true;
  /** It is done where nobody sits at a desk, and so may be entered days later; everything else is dated as it is entered. */
  readonly dated?: 'field';
  /** It takes texts of others as they are: characters that nobody sees are part of what was found, and are not refused. */
  readonly verbatim?: true;
  /** It is answered for with a reason, which events hold sealed; the text describes the input. */
  readonly reasoned?: Text | true;
  readonly as?: Translation<unknown>;
}

/** The reason of a command that is answered for with one; the rule says no when it is missing. */
export interface Reasoned {
  readonly reason?: string | undefined;
}

/** A command as it is declared, once: who may ask for it, when, and with which data. */
export type CommandDeclaration<R extends CommandRules = CommandRules> = R & { readonly label: Text };

type TakenBy<R> = R extends { readonly takes: infer F extends Shape } ? ShapeData<F> : object;

/** What the input of a command says, and the reason where one is asked for. */
export type GivenBy<R> = TakenBy<R> & (R extends { readonly reasoned: object | true } ? Reasoned : unknown);

/** The data that a command decides on. */
export type CommandDataOf<R> = R extends { readonly as: Translation<infer D> } ? D : GivenBy<R>;

/** Declares a command: what it does, in both languages, and its rules. */
export const command = <const R extends CommandRules>(en: string, zh: string, rules: R): CommandDeclaration<R> => ({
  ...rules,
  label: { en, zh },
});

/** Whether people ask for a command by a mutation. */
export const hasMutation = ({ who, apart }: Pick<CommandRules, 'who' | 'apart'>): boolean =>
  apart !== true && who.some((role) => role !== 'system');

/** Every command of one kind of stream. */
export interface Commands<
  D extends Readonly<Record<string, CommandDeclaration>> = Readonly<Record<string, CommandDeclaration>>,
> {
  readonly kind: string;
  /** How an input calls the stream that a command is about. */
  readonly subject: Text;
  /** How it calls the id of a stream that begins, where that is not the usual way. */
  readonly chosen?: Text;
  readonly declared: D;
}

/** Declares the commands of one kind of stream. Add one here; the compiler lists what else it needs. */
export const commandsOf = <const D extends Readonly<Record<string, CommandDeclaration>>>(
  kind: string,
  called: Pick<Commands, 'subject' | 'chosen'>,
  declared: D,
): Commands<D> => ({ kind, ...called, declared });

/** The union of these commands, as messages. */
export type CommandOf<C> =
  C extends Commands<infer D>
    ? { [T in keyof D & string]: { readonly type: T; readonly data: CommandDataOf<D[T]> } }[keyof D & string]
    : never;
