import {
  anId,
  aTerritoryPath,
  closed,
  id,
  instant,
  kept,
  list,
  optional,
  ownId,
  part,
  partOf,
  pointer,
  rowOf,
  sealed,
  text,
  type PartData,
} from '#kernel';
import { z } from 'zod';

const appointment = partOf(
  'Appointment',
  {
    postId: id('post', 'The post.', '岗位编号。'),
    organisation: pointer('The body that the post belongs to.', '所属机构。'),
    from: instant('From this instant on.', '任职时间。'),
    to: optional(instant('Until just before this instant; null while it lasts.', '离任时间。')),
  },
  { en: 'One period in one post.', zh: '一段任职。' },
);

const deputy = partOf(
  'DeputyOfPerson',
  {
    postId: id('post', 'For which post.', '岗位编号。'),
    deputy: pointer('Who stands in.', 'B角。'),
    from: instant('From this instant on.', '起始时间。'),
    to: optional(instant('Until just before this instant; null while it lasts.', '截止时间。')),
  },
  { en: 'Who stands in for somebody in a post.', zh: 'B角。' },
);

const absence = partOf(
  'AbsenceOfPerson',
  {
    postId: id('post', 'From which post.', '岗位编号。'),
    from: instant('From this instant on.', '离岗起始时间。'),
    to: instant('Until just before this instant.', '离岗截止时间。'),
    person: pointer('Who entered it.', '登记人。'),
    reason: closed(sealed(text(1000, 'Why.', '事由。'))),
  },
  { en: 'One period away from a post.', zh: '一次离岗。' },
);

const correction = partOf(
  'CorrectionOfPerson',
  {
    person: pointer('Who put it right.', '更正人。'),
    at: instant('When.', '时间。'),
    reason: closed(sealed(text(1000, 'Why.', '理由。'))),
  },
  { en: 'What was written wrongly, put right.', zh: '更正。' },
);

export const personRow = rowOf('Person', 'An office-holder or worker.', '人员。', {
  id: ownId('The person’s id.', '编号。'),
  name: sealed(text(100, 'The name, kept under a key of its own.', '姓名（单独加密保存）。')),
  nameEn: optional(sealed(text(100, 'The name in English, where it is said.', '英文姓名。'))),
  appointments: list(part(appointment, 'Every period in every post, in order.', '历次任职。')),
  deputies: list(part(deputy, 'Who stands in for them, post by post.', '各岗位的B角。')),
  absences: list(part(absence, 'When they were or will be away.', '历次离岗。')),
  corrections: list(part(correction, 'What was put right, in order.', '历次更正（按先后）。')),
  territoryPath: kept(aTerritoryPath()),
  orgs: kept(z.array(anId('organisation'))),
  /** Which of the appointments, by their place in the list, are over: an end that was told ahead has not come. */
  over: kept(z.array(z.number())),
});

export type PersonCard = PartData<typeof personRow>;
export type AppointmentCard = PersonCard['appointments'][number];
