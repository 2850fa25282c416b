import {
  count,
  flag,
  id,
  instant,
  optional,
  part,
  list,
  partOf,
  pointer,
  ref,
  shownText,
  word,
  type PartData,
} from '#kernel';
import type { Answerable, Verifier } from '../finding.state.js';
import { ANSWERING_PARTIES } from '../finding.words.js';

/** A file of evidence, as the finding remembers it; what its own record says today is looked up when somebody asks. */
export const evidencePart = partOf(
  'Evidence',
  {
    id: id('evidence', 'Its id.', '编号。'),
    sha256: shownText('SHA-256 of its bytes, in hexadecimal.', '文件 SHA-256 摘要（十六进制）。'),
    bytes: count('How many bytes.', '字节数。'),
    mediaType: shownText('Its media type.', '媒体类型。'),
    receivedAt: optional(
      instant(
        'When it was received; nobody knows it of files that were named before they were kept.',
        '固证时间（早期记录无）。',
      ),
    ),
  },
  { en: 'A file that proves something, held fast by its digest.', zh: '证据材料。' },
);

const answerableHolderPart = partOf(
  'AnswerableHolder',
  {
    party: word(ANSWERING_PARTIES, 'As which party.', '责任方。'),
    lead: flag('As the lead; otherwise assisting.', '是否牵头（否则为配合）。'),
    organisation: pointer('The organisation.', '机构。'),
    post: optional(pointer('The post.', '岗位。')),
    person: optional(pointer('The person.', '人员。')),
  },
  { en: 'Who held the duty when it happened.', zh: '事发时的责任人。' },
);

const verifyingPersonPart = partOf(
  'VerifyingPerson',
  { person: pointer('The person.', '人员。'), organisation: pointer('The organisation.', '机构。') },
  { en: 'Who verifies, and for which body.', zh: '核查人及其单位。' },
);

/** Files that show something, as rows show them. */
export const shownFiles = (en: string, zh: string) => list(part(evidencePart, en, zh));

export const shownEvidence = shownFiles('The evidence it was recorded with.', '记录时的证据材料。');
export const shownHolders = list(part(answerableHolderPart, 'Who held the duty when it happened.', '事发时的责任人。'));
export const shownVerifiers = list(part(verifyingPersonPart, 'Who verifies.', '核查人。'));

/** Somebody who answers, as rows show them. */
export const answerableHolder = ({
  party,
  capacity,
  orgId,
  postId,
  personId,
}: Answerable): PartData<typeof answerableHolderPart> => ({
  party,
  lead: capacity === 'lead',
  organisation: ref(orgId),
  ...(postId && { post: ref(postId) }),
  ...(personId && { person: ref(personId) }),
});

/** Somebody who verifies, as rows show them. */
export const verifyingPerson = ({ personId, orgId }: Verifier): PartData<typeof verifyingPersonPart> => ({
  person: ref(personId),
  organisation: ref(orgId),
});
