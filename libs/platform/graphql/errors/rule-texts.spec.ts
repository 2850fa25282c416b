import { describe, expect, it } from '@jest/globals';
import { NoSchemaIntrospectionCustomRule, specifiedRules } from 'graphql';
import { RULE_TEXTS } from './rule-texts.js';

describe('the rules of the GraphQL library', () => {
  it.each([...specifiedRules, NoSchemaIntrospectionCustomRule].map(({ name }) => name))(
    '%s has its words in both languages',
    (name) => {
      expect(RULE_TEXTS[name]?.en).toMatch(/^[A-Z].*\.$/);
      expect(RULE_TEXTS[name]?.zh).toMatch(/\p{Script=Han}.*。$/u);
    },
  );
});
