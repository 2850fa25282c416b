import { z } from 'zod';

interface Shape {
  readonly [keyword: string]: unknown;
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
}

const UUID = '6f1c2b1e-0d5b-4f0a-9a70-3d2f0b8c1a11';

/** Made-up texts, tried in turn until one fits the pattern. */
const texts = ['样例 sample', '2022-03-31T01:00:00.000Z', '2022-03-31', `${UUID}/`, UUID, 'a'.repeat(64), '12', 'HY-1'];

const textFor = ({ pattern, personal, idOf, minLength }: Shape): string => {
  if (personal === true) return `sealed:1:${UUID}:AAAA`;
  if (typeof idOf === 'string') return `${idOf}-${UUID}`;
  const fits = typeof pattern === 'string' ? new RegExp(pattern, 'u') : /./;
  const text = texts.find((candidate) => fits.test(candidate)) ?? '';
  return typeof minLength === 'number' ? text.padEnd(minLength, '样') : text;
};

const objectFor = ({ properties = {} }: Shape) =>
  Object.fromEntries(Object.entries(properties).map(([name, field]) => [name, valueFor(field)]));

const makers: Readonly<Record<string, (shape: Shape) => unknown>> = {
  string: textFor,
  integer: ({ minimum }) => (typeof minimum === 'number' && minimum > 0 ? minimum : 1),
  number: () => 1,
  boolean: () => true,
  null: () => null,
  array: ({ items = {}, minItems }) =>
    Array.from({ length: typeof minItems === 'number' ? Math.max(1, minItems) : 1 }, () => valueFor(items)),
  object: objectFor,
};

const valueFor = (shape: Shape): unknown => {
  const [fixed] = shape.enum ?? [shape.const];
  return fixed === undefined ? madeFor(shape) : fixed;
};

const madeFor = (shape: Shape): unknown => {
  const [option] = shape.anyOf ?? shape.oneOf ?? [];
  return option ? valueFor(option) : (makers[shape.type ?? 'string'] ?? textFor)(shape);
};

/** Made-up data of a shape, every optional part filled in, the same each time. Personal fields hold what the log holds: a sealed text. */
export const sampleOf = (schema: z.ZodType): unknown =>
  valueFor(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape);
