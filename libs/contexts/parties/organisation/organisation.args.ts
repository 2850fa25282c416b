import { bilingual, type Id } from '#kernel';
import {
  CountedConnection,
  EnumField,
  enumTypeOf,
  IdField,
  ListArgs,
  type Listed,
  objectTypeOf,
  TextField,
} from '#platform/graphql';
import { ArgsType, ObjectType } from '@nestjs/graphql';
import { ORG_KINDS, type OrgKind } from './organisation.words.js';
import { organisationRow, type OrganisationCard } from './views/organisation-card.view.js';

@ObjectType({ description: bilingual({ en: 'A page of bodies.', zh: '机构列表。' }) })
export class OrganisationConnection extends CountedConnection(objectTypeOf(organisationRow), 'OrganisationCard') {}

/** What bodies are narrowed by as every list is. */
export const organisationList: Listed<OrganisationCard> = {
  text: { en: 'the name or its pinyin initials, or the English name', zh: '名称或其拼音首字母，或英文名称' },
};

@ArgsType()
export class OrganisationsArgs extends ListArgs(organisationList) {
  @IdField('territory', { en: 'Only those that stand in this place itself.', zh: '按所在地域筛选。', optional: true })
  territoryId?: Id<'territory'>;
  @EnumField(() => enumTypeOf(ORG_KINDS), { en: 'Only of this kind.', zh: '按类别筛选。', optional: true })
  orgKind?: OrgKind;
  @IdField('organisation', { en: 'Only those right below this one.', zh: '按上级机构筛选。', optional: true })
  parentId?: Id<'organisation'>;
  @TextField(100, { en: 'Only of this line of work (条).', zh: '按条线筛选。', optional: true })
  line?: string;
}
