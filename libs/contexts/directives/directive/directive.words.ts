import { vocabulary, type WordOf } from '#kernel';

/** What stands in a text where something was lost. */
export const DAMAGES = vocabulary('DamageKind', 'What was lost in a text.', '文本损坏类型。', {
  mojibake: { en: 'Unreadable characters', zh: '乱码' },
  'lost-character': { en: 'Characters were lost', zh: '缺字' },
  incomplete: { en: 'The text breaks off', zh: '文本残缺' },
});

/** What directives call the kinds of damage that imports find; the words of what was recorded do not change. */
export const DAMAGE_AS_KEPT = { mojibake: 'mojibake', lostCharacter: 'lost-character' } as const;

export const DIRECTIVE_STATUSES = vocabulary('DirectiveStatus', 'Where a directive stands.', '部署状态。', {
  draft: { en: 'Being drafted.', zh: '起草' },
  registered: { en: 'Imported: others may cite it.', zh: '已登记（导入）' },
  signOffPending: { en: 'Waiting to be signed.', zh: '待签发' },
  issued: { en: 'Issued.', zh: '已印发' },
  completed: { en: 'Completed.', zh: '办结' },
  withdrawn: { en: 'Taken back before anybody signed for it.', zh: '撤回' },
  revoked: { en: 'Revoked.', zh: '撤销' },
  superseded: { en: 'Another one took its place.', zh: '被替代' },
});

export type DirectiveStatus = WordOf<typeof DIRECTIVE_STATUSES>;
