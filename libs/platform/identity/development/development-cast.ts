import type { Id, Role, TerritoryPath, Text } from '#kernel';
import { castId } from './cast-id.js';
import { CAST_ORGANISATIONS, type CastOrganisation } from './cast-places.js';

export interface CastPost {
  readonly id: Id<'post'>;
  readonly title: Text;
  readonly organisation: CastOrganisation;
}

/** Somebody to sign in as: in this post, over this territory, with this role. */
export interface CastPerson {
  readonly id: Id<'person'>;
  /** The name by which `npm run token -- --as NAME` knows the person. */
  readonly as: Exclude<Role, 'system'>;
  readonly name: Text;
  readonly post: CastPost;
  readonly territory: TerritoryPath;
}

const { supervision, hq, unit1, discipline, audit, dataCentre } = CAST_ORGANISATIONS;

/** One row for each role. They answer for the place where their organisation works. */
const member = (as: CastPerson['as'], name: Text, title: Text, of: CastOrganisation) =>
  ({
    id: castId('person', as),
    as,
    name,
    post: { id: castId('post', as), title, organisation: of },
    territory: of.territory.path,
  }) satisfies CastPerson;

/** The invented people to sign in as, one for each role that a person can have. */
export const CAST: readonly CastPerson[] = [
  member('inspector', { en: 'An Xun', zh: '安巡' }, { en: 'Inspector', zh: '督查员' }, supervision),
  member('lead', { en: 'Zu Chang', zh: '祖长' }, { en: 'Inspection team leader', zh: '督查组组长' }, supervision),
  member('supervision', { en: 'Du Ban', zh: '杜办' }, { en: 'Supervision officer', zh: '督查室干部' }, supervision),
  member('supervision-head', { en: 'Du Zheng', zh: '杜正' }, { en: 'Office head', zh: '督查室主任' }, supervision),
  member('hq', { en: 'Zhi Hui', zh: '支慧' }, { en: 'HQ office clerk', zh: '指挥部办公室干部' }, hq),
  member('commander', { en: 'Ling Zhang', zh: '凌掌' }, { en: 'Commander', zh: '指挥长' }, hq),
  member('unit', { en: 'Tian Bao', zh: '田报' }, { en: 'Unit reporter', zh: '单位填报员' }, unit1),
  member('unit-head', { en: 'Fu Ze', zh: '傅泽' }, { en: 'Unit head', zh: '单位主要负责人' }, unit1),
  member('discipline', { en: 'Ji Ming', zh: '纪明' }, { en: 'Discipline officer', zh: '纪检监察干部' }, discipline),
  member('auditor', { en: 'Shen Cha', zh: '沈察' }, { en: 'Auditor', zh: '审计人员' }, audit),
  member(
    'public',
    { en: 'Public reader', zh: '公众读者' },
    { en: 'Public reading desk', zh: '公众查阅席' },
    dataCentre,
  ),
  // Configuration has no place: the root of everything.
  {
    ...member('admin', { en: 'Guan Li', zh: '关理' }, { en: 'Administrator', zh: '系统管理员' }, dataCentre),
    territory: '',
  },
];
