import { vocabulary } from '#kernel';

export const DAMAGE_KINDS = vocabulary('NoticeDamageKind', 'What was lost.', '损坏类型。', {
  mojibake: { en: 'Misread bytes', zh: '乱码' },
  lostCharacter: { en: 'A lost character', zh: '缺字' },
});

export const LEAK_KINDS = vocabulary('NoticeLeakKind', 'What still tells a masked place.', '可识别线索类型。', {
  abbreviation: { en: 'An abbreviation of a place', zh: '地名简称' },
  place: { en: 'A place by name', zh: '地名' },
  port: { en: 'A port of entry', zh: '口岸' },
});

export const QUESTION_KINDS = vocabulary(
  'NoticeQuestionKind',
  'What somebody must answer or look at.',
  '待确认事项。',
  {
    dateYear: { en: 'The year is not stated', zh: '未写明年份' },
    dateWhich: { en: 'Which of these days is its own', zh: '何为发文日期' },
    dateDay: { en: 'It states no day of its own', zh: '未写明发文日期' },
    count: { en: 'It says more or fewer points than were found', zh: '所称条数与提取条数不符' },
    rest: { en: 'The text breaks off', zh: '文本不完整' },
    unreadable: { en: 'What stood here', zh: '此处无法辨认' },
    masked: { en: 'Names are masked, and the place is told all the same', zh: '已隐去名称，仍可识别地点' },
  },
);
