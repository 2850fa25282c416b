import { bilingual, type Id } from '#kernel';
import { Connection, EnumField, IdField, PageArgs, TextField } from '#platform/graphql';
import { ArgsType, ObjectType } from '@nestjs/graphql';
import type { OrgKind } from './organisation.events.js';
import type { Level } from './territory.events.js';
import { OrganisationKind, TerritoryLevel } from './views/enums.js';
import { OrganisationCard } from './views/organisation-card.view.js';
import { PersonCard } from './views/person-card.view.js';
import { TerritoryCard } from './views/territory-card.view.js';

@ObjectType({ description: bilingual({ en: 'A page of places.', zh: '地域列表。' }) })
export class TerritoryConnection extends Connection(TerritoryCard) {}

@ObjectType({ description: bilingual({ en: 'A page of bodies.', zh: '机构列表。' }) })
export class OrganisationConnection extends Connection(OrganisationCard) {}

@ObjectType({ description: bilingual({ en: 'A page of persons.', zh: '人员列表。' }) })
export class PersonConnection extends Connection(PersonCard) {}

@ArgsType()
export class TerritoriesArgs extends PageArgs {
  @EnumField(() => TerritoryLevel, { en: 'Only of this level.', zh: '按层级筛选。', optional: true })
  level?: Level;
  @IdField('territory', { en: 'Only those right below this one.', zh: '按上级地域筛选。', optional: true })
  parentId?: Id<'territory'>;
  @TextField(40, { en: 'Only with this official code.', zh: '按行政区划代码筛选。', optional: true })
  code?: string;
}

@ArgsType()
export class OrganisationsArgs extends PageArgs {
  @IdField('territory', { en: 'Only those that stand in this place itself.', zh: '按所在地域筛选。', optional: true })
  territoryId?: Id<'territory'>;
  @EnumField(() => OrganisationKind, { en: 'Only of this kind.', zh: '按类别筛选。', optional: true })
  orgKind?: OrgKind;
  @IdField('organisation', { en: 'Only those right below this one.', zh: '按上级机构筛选。', optional: true })
  parentId?: Id<'organisation'>;
  @TextField(100, { en: 'Only of this line of work (条).', zh: '按条线筛选。', optional: true })
  line?: string;
}
