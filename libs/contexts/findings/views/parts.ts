import { bilingual, type Id } from '#kernel';
import { ref, Ref, Shown } from '#platform/graphql';
import { ID, Int, ObjectType } from '@nestjs/graphql';
import type { Answerable, Verifier } from '../finding.state.js';
import { AnsweringParty } from './enums.js';

@ObjectType({ description: bilingual({ en: 'A file kept elsewhere, held fast by its digest.', zh: '证据材料。' }) })
export class Evidence {
  @Shown(() => ID, { en: 'Its id.', zh: '编号。' })
  id!: Id<'evidence'>;
  @Shown(() => String, { en: 'SHA-256 of its bytes, in hexadecimal.', zh: '文件 SHA-256 摘要（十六进制）。' })
  sha256!: string;
  @Shown(() => Int, { en: 'How many bytes.', zh: '字节数。' })
  bytes!: number;
  @Shown(() => String, { en: 'Its media type.', zh: '媒体类型。' })
  mediaType!: string;
}

@ObjectType({ description: bilingual({ en: 'Who held the duty when it happened.', zh: '事发时的责任人。' }) })
export class AnswerableHolder {
  @Shown(() => AnsweringParty, { en: 'As which party.', zh: '责任方。' })
  party!: Answerable['party'];
  @Shown(() => Boolean, { en: 'As the lead; otherwise assisting.', zh: '是否牵头（否则为配合）。' })
  lead!: boolean;
  @Shown(() => Ref, { en: 'The organisation.', zh: '机构。' })
  organisation!: Ref;
  @Shown(() => Ref, { en: 'The post.', zh: '岗位。', optional: true })
  post?: Ref;
  @Shown(() => Ref, { en: 'The person.', zh: '人员。', optional: true })
  person?: Ref;
}

export const answerableHolder = ({ party, capacity, orgId, postId, personId }: Answerable): AnswerableHolder => ({
  party,
  lead: capacity === 'lead',
  organisation: ref(orgId),
  ...(postId && { post: ref(postId) }),
  ...(personId && { person: ref(personId) }),
});

@ObjectType({ description: bilingual({ en: 'Who verifies, and for which body.', zh: '核查人及其单位。' }) })
export class VerifyingPerson {
  @Shown(() => Ref, { en: 'The person.', zh: '人员。' })
  person!: Ref;
  @Shown(() => Ref, { en: 'The organisation.', zh: '机构。' })
  organisation!: Ref;
}

export const verifyingPerson = ({ personId, orgId }: Verifier): VerifyingPerson => ({
  person: ref(personId),
  organisation: ref(orgId),
});
