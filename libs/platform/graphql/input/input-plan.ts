import type { Type } from '@nestjs/common';

/** What becomes of one field of an input, and what it must be. */
export interface FieldPlan {
  readonly transform?: (value: unknown) => unknown;
  /** The class of a part with fields of its own. */
  readonly part?: () => Type<object>;
  readonly isValid: (value: unknown) => boolean;
  /** Which item of a list is the first that is not as it must be; -1 where no item is at fault. */
  readonly faultyItem?: (value: unknown) => number;
}

/** The fields of an input class, by name. */
export type InputPlan = ReadonlyMap<string, FieldPlan>;

const recorded = new WeakMap<object, Map<string, FieldPlan>>();
const plans = new WeakMap<Type<object>, InputPlan>();

/** Remembers what a decorator says about a field, at the moment at which it says the same to class-validator. */
export const recordField = (prototype: object, name: string, plan: FieldPlan): void => {
  const fields = recorded.get(prototype) ?? new Map<string, FieldPlan>();
  recorded.set(prototype, fields.set(name, plan));
};

/** The fields that a class declares and inherits. Undefined for a class that declares none. */
export const inputPlan = (type: Type<object>): InputPlan | undefined => {
  const known = plans.get(type) ?? inherited(type.prototype as object | null);
  plans.set(type, known);
  return known.size > 0 ? known : undefined;
};

const inherited = (prototype: object | null): InputPlan => {
  if (prototype === null || prototype === Object.prototype) return new Map();
  const above = inherited(Object.getPrototypeOf(prototype) as object | null);
  return new Map([...above, ...(recorded.get(prototype) ?? [])]);
};
