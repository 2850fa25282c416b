import type { Text } from '#kernel';

/** What is expected where a document breaks a rule of GraphQL's, by the rule's own name. No name of a field or a type is said. */
export const RULE_TEXTS: Readonly<Record<string, Text>> = {
  ExecutableDefinitionsRule: {
    en: 'A document may hold operations and fragments only.',
    zh: '请求文档只能包含操作与片段。',
  },
  UniqueOperationNamesRule: { en: 'Two operations have the same name.', zh: '操作名称重复。' },
  LoneAnonymousOperationRule: {
    en: 'An operation without a name must be the only one.',
    zh: '未命名的操作必须是唯一的操作。',
  },
  SingleFieldSubscriptionsRule: { en: 'A subscription asks for one field.', zh: '一个订阅只能请求一个字段。' },
  KnownTypeNamesRule: { en: 'There is no such type.', zh: '没有此类型。' },
  FragmentsOnCompositeTypesRule: {
    en: 'A fragment needs a type that has fields.',
    zh: '片段须建立在含字段的类型上。',
  },
  VariablesAreInputTypesRule: {
    en: 'A variable cannot be of this type: only inputs can.',
    zh: '变量只能使用输入类型。',
  },
  ScalarLeafsRule: {
    en: 'Name the fields that are wanted of this one, or none where it has none.',
    zh: '含子字段的须列出所需子字段，不含的不得列出。',
  },
  FieldsOnCorrectTypeRule: { en: 'There is no such field here.', zh: '此处没有该字段。' },
  UniqueFragmentNamesRule: { en: 'Two fragments have the same name.', zh: '片段名称重复。' },
  KnownFragmentNamesRule: { en: 'There is no such fragment in the document.', zh: '请求文档中没有此片段。' },
  NoUnusedFragmentsRule: { en: 'A fragment is never used.', zh: '有片段未被使用。' },
  PossibleFragmentSpreadsRule: { en: 'This fragment can never apply here.', zh: '此片段在此处永不适用。' },
  NoFragmentCyclesRule: { en: 'A fragment contains itself.', zh: '片段不得包含自身。' },
  UniqueVariableNamesRule: { en: 'Two variables have the same name.', zh: '变量名称重复。' },
  NoUndefinedVariablesRule: { en: 'A variable is used that is not declared.', zh: '使用了未声明的变量。' },
  NoUnusedVariablesRule: { en: 'A variable is declared and never used.', zh: '声明的变量未被使用。' },
  KnownDirectivesRule: { en: 'There is no such directive here.', zh: '此处没有该指令。' },
  UniqueDirectivesPerLocationRule: { en: 'A directive stands twice in one place.', zh: '同一处重复使用了指令。' },
  KnownArgumentNamesRule: { en: 'There is no such argument here.', zh: '此处没有该参数。' },
  UniqueArgumentNamesRule: { en: 'An argument is given twice.', zh: '参数重复。' },
  ValuesOfCorrectTypeRule: {
    en: 'This value does not fit what is asked for here: its kind, its fields or its word is wrong.',
    zh: '此处的值不符合要求：类型、字段或取值有误。',
  },
  ProvidedRequiredArgumentsRule: { en: 'An argument that is required is missing.', zh: '缺少必填参数。' },
  VariablesInAllowedPositionRule: {
    en: 'The variable does not fit the place where it is used.',
    zh: '变量与所用位置的类型不符。',
  },
  OverlappingFieldsCanBeMergedRule: {
    en: 'Two different fields would have the same name in the answer: give one of them an alias.',
    zh: '两个不同的字段在结果中重名，请为其一设置别名。',
  },
  UniqueInputFieldNamesRule: { en: 'A field of an input is given twice.', zh: '输入字段重复。' },
  MaxIntrospectionDepthRule: { en: 'Introspection is nested too deeply.', zh: '内省嵌套过深。' },
  NoSchemaIntrospectionCustomRule: {
    en: 'The schema is not shown here.',
    zh: '此处不提供接口结构查询。',
  },
};

/** What is said when a rule has no text of its own. */
export const ANY_RULE: Text = { en: 'The document does not fit this API.', zh: '请求文档不符合此接口。' };
