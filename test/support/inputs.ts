import {
  formed,
  id,
  idOf,
  instant,
  text,
  type CommandDeclaration,
  type Commands,
  type Field,
  type Holding,
  type Shape,
} from '#kernel';

type Values = Readonly<Record<string, unknown>>;

/** A value that breaks the rules of one field of an input, and the way to where that is said. */
interface Bad {
  readonly input: Values;
  readonly path: readonly string[];
}

const UUID = '0190f3a0-0000-7000-8000-000000000001';
/** One of them has the form of any text that must have one. */
const CODED = ['1', 'image/png', UUID, 'a'.repeat(64)];

/** A value that a field may hold. */
export const goodInputOf = (holds: Holding): unknown => {
  switch (holds.is) {
    case 'text':
      return CODED.find((one) => holds.pattern?.test(one) ?? true);
    case 'id':
      return idOf(holds.kind, UUID);
    case 'int':
      return holds.min;
    case 'word':
      return Object.keys(holds.of.words)[0]?.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
    case 'part':
      return goodInput(holds.of.fields);
    case 'instant':
      return '2022-03-31T09:00:00Z';
    default:
      return true;
  }
};

const goodField = ({ holds, list }: Field): unknown => (list ? [goodInputOf(holds)] : goodInputOf(holds));

/** An input in which every field is given and none is wrong. */
const goodInput = (fields: Shape): Values =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, goodField(field)]));

/** Values of the right type of the schema, which only the field's own rules can tell from good ones. */
const badValues = (holds: Holding): readonly unknown[] => {
  if (holds.is === 'text') {
    // Whether there is anything in a text that is kept as it was sent, is found out by who reads it.
    return [...(holds.asSent ? [] : [' ']), '长'.repeat(holds.max + 1), ...(holds.pattern ? ['，'] : [])];
  }
  // The id of a thing of any kind may be that of one elsewhere.
  if (holds.is === 'id') return ['1', ...(holds.kind === 'any' ? [] : [idOf('elsewhere', UUID)])];
  return holds.is === 'int' ? [holds.min - 1, holds.max + 1] : [];
};

const badField = (name: string, { holds, list }: Field): readonly Bad[] => {
  const bad = (value: unknown, ...further: readonly string[]): Bad => ({
    input: { [name]: list ? [value] : value },
    path: [name, ...(list ? ['0'] : []), ...further],
  });
  const wrong = badValues(holds).map((value) => bad(value));
  const within = holds.is === 'part' ? badInputs(holds.of.fields).map(({ input, path }) => bad(input, ...path)) : [];
  const tooMany = list?.most === undefined ? [] : [Array.from({ length: list.most + 1 }, () => goodInputOf(holds))];
  return [...wrong, ...within, ...tooMany.map((input): Bad => ({ input: { [name]: input }, path: [name] }))];
};

/** Inputs of these fields with a single bad value each: every field comes, however deep. */
const badInputs = (fields: Shape): readonly Bad[] =>
  Object.entries(fields).flatMap(([name, field]) =>
    badField(name, field).map(({ input, path }) => ({ input: { ...goodInput(fields), ...input }, path })),
  );

/** A text of at most this many characters, the last of which nobody sees. */
const hidingText = (max: number): string => `${'文'.repeat(Math.min(max, 3) - 1)}\u200B`;

const hidingIn = (name: string, { holds, list }: Field): readonly Bad[] => {
  const at = list ? [name, '0'] : [name];
  const hidden = (value: unknown, ...further: readonly string[]): Bad => ({
    input: { [name]: list ? [value] : value },
    path: [...at, ...further],
  });
  if (holds.is === 'part') return hidingInputs(holds.of.fields).map(({ input, path }) => hidden(input, ...path));
  return holds.is === 'text' && !holds.pattern ? [hidden(hidingText(holds.max))] : [];
};

/** Inputs of these fields with a single text each that holds what nobody sees. */
const hidingInputs = (fields: Shape): readonly Bad[] =>
  Object.entries(fields).flatMap(([name, field]) =>
    hidingIn(name, field).map(({ input, path }) => ({ input: { ...goodInput(fields), ...input }, path })),
  );

/** What the server alone knows or decides of an act and of what it is done to. */
const SERVER_SAYS = [
  ...['actor', 'actorId', 'orgId', 'unitId', 'postId', 'personId', 'capacity', 'onBehalfOf', 'roles', 'scope'],
  ...['owner', 'territory', 'territoryPath', 'status', 'stage', 'version', 'revision', 'position', 'stream', 'type'],
  ...['recordedAt', 'recordedBy', 'createdBy', 'eventId', 'commandHash', 'correlationId', 'closedOut'],
];

const forgedIn = (name: string, { holds, list }: Field): readonly Bad[] => {
  if (holds.is !== 'part') return [];
  const at = list ? [name, '0'] : [name];
  return forgedInputs(holds.of.fields).map(({ input, path }) => ({
    input: { [name]: list ? [input] : input },
    path: [...at, ...path],
  }));
};

/** Inputs of these fields that say a single thing more, which is the server's to say: each of those, at every depth. */
const forgedInputs = (fields: Shape): readonly Bad[] => {
  const taken = new Set(Object.keys(fields));
  const here = SERVER_SAYS.filter((name) => !taken.has(name)).map((name) => ({
    input: Object.fromEntries([[name, 'x']]),
    path: [name],
  }));
  const within = Object.entries(fields).flatMap(([name, field]) => forgedIn(name, field));
  return [...here, ...within].map(({ input, path }) => ({ input: { ...goodInput(fields), ...input }, path }));
};

/** What every command says about itself. */
const said: Shape = {
  commandId: formed(36, /^[0-9a-f-]{36}$/, '', ''),
  occurredAt: instant('', ''),
  deviceId: text(100, '', ''),
  reason: text(1000, '', ''),
};

/** How the input of a command names its stream, if it does. */
const subject = ({ kind }: Commands, { begins, elsewhere }: CommandDeclaration): Shape =>
  elsewhere || begins === 'derived' ? {} : { id: id(kind, '', '') };

/**
 * A good input of this command, every way in which a single value of it can be bad or can be one that only the server says, and every
 * way in which one of its texts can hold what nobody sees: refused where it is the actor's own words (`hiding`), kept where it is the text of others (`kept`).
 */
export const inputsOf = (commands: Commands, declared: CommandDeclaration) => {
  const { takes = {}, verbatim = false } = declared;
  const fields = { ...said, ...subject(commands, declared), ...takes };
  const hiding = hidingInputs(fields);
  const isOfOthers = ({ path: [name = ''] }: Bad) => verbatim && Object.hasOwn(takes, name);
  return {
    ...{ good: goodInput(fields), bad: badInputs(fields), forged: forgedInputs(fields) },
    ...{ hiding: hiding.filter((one) => !isOfOthers(one)), kept: hiding.filter(isOfOthers) },
  };
};
