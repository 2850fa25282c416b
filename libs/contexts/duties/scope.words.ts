/** How both lists say what their scope means. */
export const SCOPE = {
  en: 'Only this territory and below; otherwise all that is yours.',
  zh: '限定属地；默认为您的全部管辖范围。',
};
