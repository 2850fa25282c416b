import { command, id, instant, optional } from '#kernel';

const postId = id('post', 'Which post.', '岗位编号。');
const since = instant(
  'From when on the absence is entered: it tells which.',
  '登记的离岗起始时间（用以确定哪次离岗）。',
);

const away = {
  postId,
  from: instant('From this instant on.', '离岗起始时间。'),
  to: instant('Until just before this instant.', '离岗截止时间。'),
};

const WHY = { en: 'The reason is required; few are shown it.', zh: '须说明理由（限定范围可见）。' };

/** Whoever has something to do here says themselves when they are away; of administrators and auditors the head of their body says it. */
const HOLDERS = [
  ...(['inspector', 'lead', 'supervision', 'supervision-head', 'hq'] as const),
  ...(['commander', 'unit', 'unit-head', 'discipline'] as const),
] as const;

const at = ['registered'] as const;

/** Who stands in for whom, and when somebody is away. */
export const deputyCommands = {
  NameDeputy: command('Names who stands in for whoever holds a post.', '指定B角。', {
    who: ['unit-head'],
    at,
    takes: {
      postId,
      deputyId: id('person', 'Who stands in.', 'B角人员编号。'),
      from: optional(instant('From this instant on; from now on if left out.', '起始时间（缺省为即时）。')),
    },
  }),
  EndDeputy: command('Ends that somebody stands in.', '撤销B角。', { who: ['unit-head'], at, takes: { postId } }),
  ReportAbsence: command('Reports that one is away oneself.', '本人报离岗。', {
    who: HOLDERS,
    at,
    takes: away,
    reasoned: WHY,
  }),
  ReportReturn: command('Says that one is back earlier.', '本人报返岗。', {
    who: HOLDERS,
    at,
    takes: { postId, since },
  }),
  EnterAbsence: command('Enters that somebody of the body is away.', '代为登记离岗。', {
    who: ['unit-head'],
    at,
    takes: away,
    reasoned: WHY,
  }),
  EnterReturn: command('Enters that somebody is back earlier.', '代为登记返岗。', {
    who: ['unit-head'],
    at,
    takes: { postId, since },
  }),
} as const;
