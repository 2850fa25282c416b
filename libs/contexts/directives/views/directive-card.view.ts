import { bilingual, type Id, type TerritoryPath, type View } from '#kernel';
import { DateTime, ref, Ref } from '#platform/graphql';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Content, Issuer } from '../content.js';
import { directiveEvents, type DirectiveEvent } from '../directive.events.js';
import type { DirectiveState } from '../directive.state.js';
import { countWarnings } from '../warnings.js';
import {
  adaptationShown,
  Clause,
  ClauseAdaptation,
  ClauseCountWarning,
  DirectiveLink,
  meetingShown,
  UpstreamDirective,
  upstreamShown,
} from './content.js';
import { DirectiveStatus, InstrumentKind, Urgency } from './enums.js';
import { Provenance } from './provenance.js';

@ObjectType('Directive', {
  description: bilingual({ en: 'An order with a fixed text and clauses.', zh: '部署（指令）。' }),
})
export class DirectiveCard {
  @Field(() => ID, { description: bilingual({ en: 'Its id.', zh: '编号。' }) })
  id!: Id;
  @Field(() => DirectiveStatus, { description: bilingual({ en: 'Where it stands.', zh: '状态。' }) })
  status!: Exclude<DirectiveState['is'], 'new'>;
  @Field(() => InstrumentKind, { description: bilingual({ en: 'How the order is given.', zh: '文种。' }) })
  instrument!: Content['instrument'];
  @Field(() => Urgency, { description: bilingual({ en: 'How urgent it is.', zh: '紧急程度。' }) })
  urgency!: Content['urgency'];
  @Field(() => String, { description: bilingual({ en: 'Its title.', zh: '标题。' }) })
  title!: string;
  @Field(() => String, { description: bilingual({ en: 'Its whole text.', zh: '全文。' }) })
  text!: string;
  @Field(() => Int, { description: bilingual({ en: 'Which version of the text.', zh: '文本版本。' }) })
  textVersion!: number;
  @Field(() => [Clause], { description: bilingual({ en: 'Its clauses in order.', zh: '条款。' }) })
  clauses!: readonly Clause[];
  @Field(() => [UpstreamDirective], { description: bilingual({ en: 'What it implements.', zh: '依据。' }) })
  bases!: readonly UpstreamDirective[];
  @Field(() => [DirectiveLink], {
    description: bilingual({ en: 'What it reinforces or continues.', zh: '关联部署。' }),
  })
  links!: readonly DirectiveLink[];
  @Field(() => [ClauseAdaptation], {
    description: bilingual({ en: 'What became of the clauses of its parents.', zh: '上级条款对应表。' }),
  })
  clauseMap!: readonly ClauseAdaptation[];
  @Field(() => [ClauseCountWarning], {
    description: bilingual({ en: 'Where declared and captured clauses differ (D9).', zh: '条款数量提示。' }),
  })
  warnings!: readonly ClauseCountWarning[];
  @Field(() => Ref, {
    nullable: true,
    description: bilingual({ en: 'The meeting that it came from.', zh: '来源会议。' }),
  })
  meeting?: Ref;
  @Field(() => Ref, { description: bilingual({ en: 'The body that issues or keeps it.', zh: '发文（登记）机构。' }) })
  issuer!: Ref;
  @Field(() => Provenance, {
    nullable: true,
    description: bilingual({ en: 'Where it came from, when it was imported.', zh: '导入来源。' }),
  })
  provenance?: Provenance;
  @Field(() => Ref, {
    nullable: true,
    description: bilingual({ en: 'The directive whose text it passes on unchanged.', zh: '所传达的部署。' }),
  })
  relayOf?: Ref;
  @Field(() => [Ref], { description: bilingual({ en: 'To whom it went.', zh: '收文机构。' }) })
  recipients!: readonly Ref[];
  @Field(() => DateTime, { nullable: true, description: bilingual({ en: 'When it was issued.', zh: '印发时间。' }) })
  issuedAt?: string;

  issuerId!: Id<'organisation'>;
  territoryPath!: TerritoryPath;
  orgs!: readonly Id<'organisation'>[];
}

/** A directive belongs to its issuer, and to everybody it went to. */
export const directiveCard: View<DirectiveCard, DirectiveEvent> = {
  name: 'directive_card',
  version: 2,
  of: directiveEvents,
  key: (_, { stream }) => stream,
  owner: ({ territoryPath, orgs }) => ({ territory: territoryPath, orgs }),
  subject: { label: ({ title }) => title },
  indexes: ['status', 'instrument', 'urgency', 'issuerId'],
  on: {
    DirectiveDrafted: (_, { issuer, deploys: _deploys, relayOf, ...content }, { stream }) => ({
      ...begun(stream, issuer, content),
      status: 'draft',
      ...(relayOf && { relayOf: ref(relayOf.directiveId) }),
    }),
    DirectiveImported: (_, { issuer, issuedBy, dated, original, damage, complete, ...content }, { stream }) => ({
      ...begun(stream, issuer, content),
      status: 'registered',
      provenance: { issuedBy, dated, original, damage, complete },
    }),
    DraftEdited: (card, content) => {
      if (!card) return undefined;
      const { meeting: _meeting, ...kept } = card;
      const status = card.provenance ? 'registered' : 'draft';
      return { ...kept, ...contentShown(content), status, textVersion: card.textVersion + 1 };
    },
    SignOffRequested: (card) => card && { ...card, status: 'signOffPending' },
    DirectiveIssued: (card, { recipients, issuedAt }) => {
      const to = recipients.map(({ orgId }) => orgId);
      return (
        card && {
          ...card,
          status: 'issued',
          recipients: to.map((id) => ref(id)),
          issuedAt,
          orgs: [card.issuerId, ...to],
        }
      );
    },
    BasisImplemented: 'ignore',
  },
};

const begun = (id: Id, { orgId, territoryPath }: Issuer, content: Content) => ({
  id,
  ...contentShown(content),
  textVersion: 1,
  issuer: ref(orgId),
  recipients: [],
  issuerId: orgId,
  territoryPath,
  orgs: [orgId],
});

const contentShown = ({ declared, bases, links, clauseMap, meetingId, ...content }: Content) => ({
  ...content,
  bases: bases.map(upstreamShown),
  links: links.map(({ link, to }) => ({ link, to: upstreamShown(to) })),
  clauseMap: clauseMap.map(adaptationShown),
  warnings: countWarnings({ declared, clauses: content.clauses }),
  ...meetingShown(meetingId),
});
