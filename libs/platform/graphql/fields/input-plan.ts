import type { Type } from '@nestjs/common';
import { TransformationType } from 'class-transformer';
import { defaultMetadataStorage } from 'class-transformer/cjs/storage.js';
import { getMetadataStorage } from 'class-validator/cjs/metadata/MetadataStorage.js';

/** What becomes of one field of an input class, and what it must be. */
export interface FieldPlan {
  readonly transform: (value: unknown, object: object) => unknown;
  /** The class of a part with fields of its own. */
  readonly part: Type<object> | undefined;
  /** What its rules say; as in class-validator, they look at the object they are part of, too. */
  readonly isValid: (value: unknown, object: object) => boolean;
}

/** The fields of an input class, by name. */
export type InputPlan = ReadonlyMap<string, FieldPlan>;

const plans = new WeakMap<Type<object>, { readonly plan: InputPlan | undefined }>();

/**
 * What the decorators of a class say, looked up once: class-validator and class-transformer look it up for each field of each
 * input. Undefined for a class of which they say anything that is not foreseen here.
 */
export const inputPlan = (type: Type<object>): InputPlan | undefined => {
  const known = plans.get(type) ?? { plan: planned(type) };
  plans.set(type, known);
  return known.plan;
};

type Rule = ReturnType<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>[number];
type TypeMetadata = ReturnType<typeof defaultMetadataStorage.findTypeMetadata>;
type Condition = (object: object, value: unknown) => boolean;

const [RULE, CONDITION, PART] = ['customValidation', 'conditionalValidation', 'nestedValidation'] as const;

const planned = (type: Type<object>): InputPlan | undefined => {
  const storage = getMetadataStorage();
  const rules = storage.getTargetValidationMetadatas(type, '', false, false);
  if (rules.length === 0 || !rules.every(isForeseen) || isExposing(type)) return undefined;
  const plan = new Map<string, FieldPlan>();
  for (const [name, ofField] of Object.entries(storage.groupByPropertyName(rules))) {
    const field = fieldPlan(type, name, ofField);
    if (!field) return undefined;
    plan.set(name, field);
  }
  return plan;
};

/** Rules for some groups of requests only are not; rules with other options have no groups, whatever their type says. */
const isForeseen = ({ type, groups, validateIf }: Partial<Rule>): boolean =>
  (type === RULE || type === CONDITION || type === PART) && !groups?.length && !validateIf;

/** Names or leaves out fields in a way of its own. */
const isExposing = (type: Type<object>): boolean =>
  defaultMetadataStorage.getExposedMetadatas(type).length > 0 ||
  defaultMetadataStorage.getExcludedMetadatas(type).length > 0 ||
  defaultMetadataStorage.getStrategy(type) !== 'none';

const fieldPlan = (type: Type<object>, name: string, rules: readonly Rule[]): FieldPlan | undefined => {
  const part = partOf(type, name, rules);
  const transforms = defaultMetadataStorage.findTransformMetadatas(type, name, TransformationType.PLAIN_TO_CLASS);
  const isVersioned = transforms.some(({ options }) => Object.keys(options).length > 0);
  if (part === 'unforeseen' || isVersioned) return undefined;
  const conditions = rules.filter((rule) => rule.type === CONDITION).flatMap(conditionsOf);
  const checks = rules.filter((rule) => rule.type === RULE).flatMap(checksOf);
  return {
    part,
    transform: (value, obj) =>
      transforms.reduce<unknown>(
        (before, { transformFn }) =>
          transformFn({ value: before, key: name, obj, type: TransformationType.PLAIN_TO_CLASS, options: {} }),
        value,
      ),
    isValid: (value, object) =>
      !conditions.every((holds) => holds(object, value)) || checks.every((check) => check(object, value)),
  };
};

const partOf = (type: Type<object>, name: string, rules: readonly Rule[]): FieldPlan['part'] | 'unforeseen' => {
  const declared = defaultMetadataStorage.findTypeMetadata(type, name) as TypeMetadata | undefined;
  const isPart = rules.some((rule) => rule.type === PART);
  if (!declared && !isPart) return undefined;
  return declared && isPart && !declared.options.discriminator
    ? (declared.typeFunction() as Type<object>)
    : 'unforeseen';
};

const conditionsOf = ({ constraints }: Rule): readonly Condition[] => constraints as readonly Condition[];

/** A rule of class-validator, with what it would be handed. A rule that takes its time is not answered here. */
const checksOf = ({ constraintCls, constraints, propertyName: property, each }: Rule): readonly Condition[] =>
  getMetadataStorage()
    .getTargetValidatorConstraints(constraintCls)
    .map(({ instance }) => (object, value) => {
      const args = { value, constraints, targetName: object.constructor.name, object, property };
      const isValid = (one: unknown) => instance.validate(one, args) === true;
      return each && Array.isArray(value) ? value.every(isValid) : isValid(value);
    });
