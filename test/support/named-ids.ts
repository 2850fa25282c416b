import { idOf, type CommandDeclaration, type Commands, type Field, type Shape } from '#kernel';
import { goodInputOf } from './inputs.js';

type Values = Readonly<Record<string, unknown>>;

/** A place in the input of a command that holds an id, and the input with another id in that place. */
export interface NamedId {
  readonly path: string;
  readonly kind: string;
  readonly with: (id: string) => Values;
}

/** What stands in for things of a kind wherever an input needs one that the actor may see. */
export type Known = (kind: string) => string;

const knownValue = ({ holds, list }: Field, known: Known): unknown => {
  const value =
    holds.is === 'id'
      ? known(holds.kind)
      : holds.is === 'part'
        ? knownInput(holds.of.fields, known)
        : goodInputOf(holds);
  return list ? [value] : value;
};

/** An input with nothing that may be left out, all of whose ids are known. */
const knownInput = (fields: Shape, known: Known): Values =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([, { optional }]) => !optional)
      .map(([name, field]) => [name, knownValue(field, known)]),
  );

const inField = (name: string, field: Field, known: Known): readonly NamedId[] => {
  const { holds, list } = field;
  const listed = (value: unknown) => ({ [name]: list ? [value] : value });
  if (holds.is === 'id') return [{ path: name, kind: holds.kind, with: listed }];
  if (holds.is !== 'part') return [];
  return idsIn(holds.of.fields, known).map(({ path, kind, with: inPart }) => ({
    path: `${name}.${path}`,
    kind,
    with: (id) => listed(inPart(id)),
  }));
};

const idsIn = (fields: Shape, known: Known): readonly NamedId[] =>
  Object.entries(fields).flatMap(([name, field]) =>
    inField(name, field, known).map((one) => ({
      ...one,
      with: (id: string) => ({ ...knownInput(fields, known), ...one.with(id) }),
    })),
  );

/** How the input of a command names its stream, if it does; a stream that begins may go without. */
const subject = ({ kind }: Commands, { begins, elsewhere }: CommandDeclaration): Shape => {
  if (begins || elsewhere) return {};
  const holds = { is: 'id', kind } as const;
  return { id: { holds } as Field };
};

/** An input of this command with nothing that may be left out, all of whose ids are known. */
export const knownInputOf = (commands: Commands, declared: CommandDeclaration, known: Known): Values =>
  knownInput({ ...subject(commands, declared), ...declared.takes }, known);

/** Every id that the input of this command may name, apart from one that its client chooses for what begins. */
export const namedIdsOf = (commands: Commands, declared: CommandDeclaration, known: Known): readonly NamedId[] =>
  idsIn({ ...subject(commands, declared), ...declared.takes }, known);

/** An id of this kind that nothing has. */
export const absent = (kind: string, uuid: string): string => idOf(kind, uuid);
