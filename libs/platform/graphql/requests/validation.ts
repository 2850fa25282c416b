import {
  NoSchemaIntrospectionCustomRule,
  specifiedRules,
  validate,
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import { ANY_RULE, RULE_TEXTS } from '../errors/rule-texts.js';
import { MAX_ERRORS, type Told } from '../errors/told.js';
import { limitOf, limitsRule } from '../limits/limits-rule.js';
import type { Fault } from './faults.js';

/** It prints values that somebody typed. */
const TELLS_VALUES = 'ValuesOfCorrectTypeRule';

const ABORTED: Told = {
  code: 'GRAPHQL_VALIDATION_FAILED',
  text: { en: 'There are more errors than are shown.', zh: '还有其他错误未列出。' },
};

const toldOf = (rule: string, error: GraphQLError, production: boolean): Told =>
  limitOf(error) ?? {
    code: 'GRAPHQL_VALIDATION_FAILED',
    text: RULE_TEXTS[rule] ?? ANY_RULE,
    ...(!production && rule !== TELLS_VALUES && { original: error.message }),
  };

/** A rule that remembers which of its errors are its own: what they are is known from that, never from their text. */
const remembering =
  (rule: ValidationRule, found: Map<GraphQLError, string>): ValidationRule =>
  (context) => {
    const reportError = (error: GraphQLError) => {
      found.set(error, rule.name);
      context.reportError(error);
    };
    return rule(Object.create(context, { reportError: { value: reportError } }) as ValidationContext);
  };

/** What is wrong with a document, at most so many things. */
export const validationFaults = (
  schema: GraphQLSchema,
  document: DocumentNode,
  production: boolean,
): readonly Fault[] => {
  const rules = [limitsRule, ...specifiedRules, ...(production ? [NoSchemaIntrospectionCustomRule] : [])];
  const found = new Map<GraphQLError, string>();
  const remembered = rules.map((rule) => remembering(rule, found));
  // One more is said when there are more.
  const options = { maxErrors: MAX_ERRORS - 1, hideSuggestions: production };
  return validate(schema, document, remembered, options).map((error) => {
    const rule = found.get(error);
    return { told: rule === undefined ? ABORTED : toldOf(rule, error, production), at: error };
  });
};
