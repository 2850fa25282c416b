import { IdField } from './id-field.js';

/** The territory that a query is narrowed to: the `scope` that `looking` takes. */
export const ScopeField = (): PropertyDecorator =>
  IdField('territory', {
    en: 'Only this territory and below; otherwise all that is yours.',
    zh: '限定属地；默认为您的全部管辖范围。',
    optional: true,
  });
