import type { Type } from '@nestjs/common';
import { inputPlan, type FieldPlan, type InputPlan } from './input-plan.js';

interface Strictness {
  /** Fields that the class does not have are passed over; otherwise nothing with such a field is accepted. */
  readonly passOver: boolean;
}

/**
 * An input as an instance of its class, if there is nothing wrong with it: what class-transformer would make of it, and
 * class-validator accept. Optional fields that are null count as left out. Undefined for everything else, so that the packages
 * themselves say what is wrong.
 */
export const accepted = <T extends object>(type: Type<T>, input: unknown, strictness: Strictness): T | undefined => {
  const plan = inputPlan(type);
  if (!plan || typeof input !== 'object' || input === null || Array.isArray(input)) return undefined;
  const made = new type();
  return fill(made, plan, input, strictness) && isValid(made, plan) ? made : undefined;
};

/** Whether everything that was given has its place. */
const fill = (made: object, plan: InputPlan, input: object, strictness: Strictness): boolean => {
  for (const [name, given] of Object.entries(input) as [string, unknown][]) {
    const field = plan.get(name);
    if (!field && !strictness.passOver) return false;
    if (!field || given === null || given === undefined) continue;
    const value = taken(given, field.part, strictness);
    if (value === undefined) return false;
    Reflect.set(made, name, transformed(field, value));
  }
  return true;
};

const transformed = ({ transform }: FieldPlan, value: unknown): unknown => (transform ? transform(value) : value);

/** One value, or a list of them, or parts; undefined when it is none of these. */
const taken = (given: unknown, part: FieldPlan['part'], strictness: Strictness): unknown => {
  if (Array.isArray(given)) {
    const items = given.map((item) => (Array.isArray(item) ? undefined : taken(item, part, strictness)));
    return items.includes(undefined) ? undefined : items;
  }
  if (part) return accepted(part(), given, strictness);
  return typeof given === 'object' ? undefined : given;
};

const isValid = (made: object, plan: InputPlan): boolean => {
  for (const [name, field] of plan) {
    if (!field.isValid(Reflect.get(made, name))) return false;
  }
  return true;
};
