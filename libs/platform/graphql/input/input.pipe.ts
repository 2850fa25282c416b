import type { Text } from '#kernel';
import { Injectable, ValidationPipe, type ArgumentMetadata, type PipeTransform, type Type } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { AppError } from '../errors/app-error.js';
import { accepted } from './accepted.js';
import { inputPlan } from './input-plan.js';
import { Validator } from './rules.js';

/** What class-validator found, on its way to becoming an answer. */
class Invalid extends Error {
  constructor(readonly errors: readonly ValidationError[]) {
    super('invalid input');
  }
}

const validatorPackage = new Validator();

const checking = (forbidNonWhitelisted: boolean) =>
  new ValidationPipe({
    validatorPackage,
    transform: true,
    whitelist: true,
    forbidNonWhitelisted,
    forbidUnknownValues: true,
    validationError: { target: true },
    exceptionFactory: (errors) => new Invalid(errors),
  });

/** The package says of a list that an item is wrong, and not which. */
const itemIn = ({ target, property, value }: ValidationError): readonly string[] => {
  const plan = target && inputPlan(target.constructor as Type<object>);
  const item = plan?.get(property)?.faultyItem?.(value) ?? -1;
  return item < 0 ? [] : [String(item)];
};

/** The innermost of the first error, and the way to it. */
const deepest = (
  errors: readonly ValidationError[],
  at: readonly string[],
): [ValidationError | undefined, string[]] => {
  const [first] = errors;
  if (!first) return [undefined, [...at]];
  const here = [...at, first.property];
  return first.children?.length ? deepest(first.children, here) : [first, [...here, ...itemIn(first)]];
};

const UNACCEPTABLE: Text = { en: 'This is not acceptable here.', zh: '此处内容无效。' };

/** Every rule carries what it expects, in both languages; the package's own sentences name fields and quote patterns. */
const expected = (error: ValidationError | undefined): Text => {
  const broken = Object.keys(error?.constraints ?? {});
  const [text] = broken.flatMap((rule) => (error?.contexts?.[rule] as Text | undefined) ?? []);
  return text ?? UNACCEPTABLE;
};

/** Optional fields that are null count as left out, so that nothing further in has to know two kinds of nothing. */
export const withoutNulls = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([, part]) => part !== null);
  return Object.fromEntries(kept.map(([name, part]) => [name, withoutNulls(part)]));
};

/** Most inputs are in order; only for the others is it worth the time to say what is wrong. */
const acceptedBy = ({ metatype }: ArgumentMetadata, value: unknown, passOver: boolean): object | undefined =>
  metatype && accepted(metatype as Type<object>, value, { passOver });

/** Checks every argument that has a class, once, at the door; what is wrong is answered with the way to it. */
@Injectable()
export class InputPipe implements PipeTransform {
  private readonly strict = checking(true);
  /** All arguments of a field together: those that are declared one by one are not the class's business. */
  private readonly lenient = checking(false);

  async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type !== 'body') return value;
    const { data } = metadata;
    const isLenient = data === undefined;
    const input = acceptedBy(metadata, value, isLenient);
    if (input) return input;
    try {
      return await (isLenient ? this.lenient : this.strict).transform(withoutNulls(value), metadata);
    } catch (error) {
      if (!(error instanceof Invalid)) throw error;
      const [found, at] = deepest(error.errors, data === undefined ? [] : [data]);
      throw new AppError('BAD_USER_INPUT', expected(found), at);
    }
  }
}
