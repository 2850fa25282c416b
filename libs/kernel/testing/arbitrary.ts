import fc from 'fast-check';
import { z } from 'zod';
import { idOf, type Catalogue, type Message } from '../index.js';

/** What JSON Schema says of a shape, with the marks that the kernel's own shapes carry. */
interface Shape {
  readonly [keyword: string]: unknown;
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly items?: Shape;
  readonly anyOf?: readonly Shape[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
}

/** How much longer than it must be a text or a list gets. */
const MORE = 4;

const character = fc.constantFrom(...'四方责任，。 aZ09-"\\\n');

/** The generator of patterns knows no classes of Unicode: it draws from a part of each. */
const known = (pattern: string): RegExp =>
  new RegExp(pattern.replaceAll('\\p{L}', 'a-zA-Z一二三四').replaceAll('\\p{N}', '0-9'), 'u');

const text = (shape: Shape): fc.Arbitrary<unknown> => {
  const { personal, format, pattern, minLength = 0, maxLength = minLength + MORE } = shape;
  if (personal === true) return fc.uuid().map((key) => `sealed:1:${key}:AAAA`);
  if (format === 'date-time') return instant;
  if (typeof pattern === 'string') return fc.stringMatching(known(pattern));
  return fc.string({ unit: character, minLength, maxLength });
};

/** Drawn from a few more often than from all, so that two of them are often the same, or name the same thing. */
const mostlyFew = (few: readonly string[], all: fc.Arbitrary<string>) =>
  fc.oneof({ arbitrary: fc.constantFrom(...few), weight: 4 }, { arbitrary: all, weight: 1 });

const uuid = mostlyFew(
  [1, 2].map((n) => `00000000-0000-4000-8000-00000000000${String(n)}`),
  fc.uuid(),
);

const instant = mostlyFew(
  ['2022-03-31T08:00:00.000Z', '2022-04-01T08:00:00.000Z'],
  fc
    .date({ min: new Date('1949-10-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString()),
);

const record = ({ properties = {}, required = [] }: Shape): fc.Arbitrary<unknown> =>
  fc.record(Object.fromEntries(Object.entries(properties).map(([name, field]) => [name, valueOf(field)])), {
    requiredKeys: [...required],
    noNullPrototype: true,
  });

const makers: Readonly<Record<string, (shape: Shape) => fc.Arbitrary<unknown>>> = {
  string: text,
  integer: ({ minimum = 0, maximum = Number.MAX_SAFE_INTEGER }) => fc.integer({ min: minimum, max: maximum }),
  number: ({ minimum = -1e9, maximum = 1e9 }) => fc.double({ min: minimum, max: maximum, noNaN: true }),
  boolean: () => fc.boolean(),
  null: () => fc.constant(null),
  array: ({ items = {}, minItems = 0, maxItems = minItems + MORE }) =>
    fc.array(valueOf(items), { minLength: minItems, maxLength: maxItems }),
  object: record,
};

const valueOf = (shape: Shape): fc.Arbitrary<unknown> => {
  if (shape.enum) return fc.constantFrom(...shape.enum);
  if (shape.const !== undefined) return fc.constant(shape.const);
  if (shape.anyOf) return fc.oneof(...shape.anyOf.map(valueOf));
  const { idOf: kind, type = '' } = shape;
  if (typeof kind === 'string') return uuid.map((one) => idOf(kind, one));
  const maker = makers[type];
  if (!maker) throw new Error(`no value can be made up for the shape ${JSON.stringify(shape)}`);
  return maker(shape);
};

/** Made-up values of a shape: whatever it lets through, optional parts there or left out. Personal fields hold what the log holds, a sealed text. */
export const valuesOf = <T>(schema: z.ZodType<T>): fc.Arbitrary<T> =>
  // The shape is the schema's own, so what is made after it is of the schema's type; a specification decodes it.
  valueOf(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape) as fc.Arbitrary<T>;

/** Made-up events of a kind, each of its types as often as any other. */
export const eventsLike = ({ facts }: Catalogue): fc.Arbitrary<Message> =>
  fc.oneof(
    ...Object.entries(facts).map(([type, { schema }]) => valuesOf(schema).map((data): Message => ({ type, data }))),
  );
