import { bilingual, type Id, type TerritoryPath, type View } from '#kernel';
import { DateTime, ref, Ref } from '#platform/graphql';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { personEvents, type PersonEvent } from '../person.events.js';

@ObjectType('Appointment', { description: bilingual({ en: 'One period in one post.', zh: '一段任职。' }) })
export class AppointmentCard {
  @Field(() => ID, { description: bilingual({ en: 'The post.', zh: '岗位编号。' }) })
  postId!: Id<'post'>;
  @Field(() => Ref, { description: bilingual({ en: 'The body that the post belongs to.', zh: '所属机构。' }) })
  organisation!: Ref;
  @Field(() => DateTime, { description: bilingual({ en: 'From this instant on.', zh: '任职时间。' }) })
  from!: string;
  @Field(() => DateTime, {
    nullable: true,
    description: bilingual({ en: 'Until just before this instant; null while it lasts.', zh: '离任时间。' }),
  })
  to?: string;
}

@ObjectType('Person', { description: bilingual({ en: 'An office-holder or worker.', zh: '人员。' }) })
export class PersonCard {
  @Field(() => ID, { description: bilingual({ en: 'The person’s id.', zh: '编号。' }) })
  id!: Id;
  @Field(() => String, {
    description: bilingual({ en: 'The name, kept under a key of its own.', zh: '姓名（单独加密保存）。' }),
  })
  name!: string;
  @Field(() => [AppointmentCard], {
    description: bilingual({ en: 'Every period in every post, in order.', zh: '历次任职。' }),
  })
  appointments!: readonly AppointmentCard[];

  territoryPath!: TerritoryPath;
  orgs!: readonly Id<'organisation'>[];
}

/** A person belongs to the bodies of the present appointments, and to the place of the latest one. */
export const personCard: View<PersonCard, PersonEvent> = {
  name: 'person_card',
  version: 2,
  of: personEvents,
  key: (_, { stream }) => stream,
  owner: ({ territoryPath, orgs }) => ({ territory: territoryPath, orgs }),
  subject: { label: ({ name }) => name },
  on: {
    PersonRegistered: (_, { name }, { stream }) => ({
      id: stream,
      name,
      appointments: [],
      territoryPath: '',
      orgs: [],
    }),
    PostHeld: (card, { postId, orgId, territoryPath, from }) =>
      card && {
        ...card,
        appointments: [...card.appointments, { postId, organisation: ref(orgId), from }],
        territoryPath,
        orgs: [...card.orgs, orgId],
      },
    PostLeft: (card, { postId, to }) => {
      const left = card?.appointments.find((held) => isOpen(held, postId));
      return (
        card && {
          ...card,
          appointments: card.appointments.map((held) => (held === left ? { ...held, to } : held)),
          orgs: without(card.orgs, left?.organisation.id),
        }
      );
    },
  },
};

const isOpen = (held: AppointmentCard, postId: Id<'post'>) => held.postId === postId && held.to === undefined;

/** Somebody with two posts in a body who leaves one of them still belongs to it. */
const without = (orgs: PersonCard['orgs'], org: Id | undefined): PersonCard['orgs'] =>
  orgs.filter((_, index) => index !== orgs.findIndex((other) => other === org));
