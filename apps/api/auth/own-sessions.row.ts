import { bilingual, count, flag, instant, optional, pointer, rowOf, shownText, type PartData } from '#kernel';
import { objectTypeOf, Refused } from '#platform/graphql';
import { createUnionType } from '@nestjs/graphql';

const sessionRow = rowOf('SessionOfMine', 'A browser in which you are signed in.', '本人登录的会话。', {
  id: shownText('By which it is ended.', '会话编号。', 36),
  isThis: flag('Whether you ask in it.', '是否当前会话。'),
  post: optional(pointer('The post that was chosen in it.', '所选岗位。')),
  organisation: optional(pointer('For which body.', '所代表机构。')),
  onBehalfOf: optional(pointer('For whom, where the post is another’s.', '所代A角（代行他人岗位时）。')),
  beganAt: instant('When you signed in.', '登录时间。'),
  seenAt: instant('When it was last used.', '最近使用时间。'),
  endsAt: instant('When it ends at the latest.', '最迟到期时间。'),
});
export type SessionOfMine = PartData<typeof sessionRow>;

const chosenRow = rowOf('PostChosen', 'In which post you act from the next request on.', '下一请求起所任岗位。', {
  post: pointer('The post.', '岗位。'),
  organisation: pointer('For which body.', '所代表机构。'),
  onBehalfOf: optional(pointer('For whom, where the post is another’s.', '所代A角（代行他人岗位时）。')),
});
const endedRow = rowOf('SessionsEnded', 'Sessions that are no more.', '已结束的会话。', {
  ended: count('How many.', '数量。'),
});

/** Made before any resolver is looked at: the schema asks for them by then. */
export const SessionType = objectTypeOf(sessionRow);
const ChosenType = objectTypeOf(chosenRow);
const EndedType = objectTypeOf(endedRow);

export type PostChosen = PartData<typeof chosenRow>;
export type SessionsEnded = PartData<typeof endedRow>;

/** What choosing a post answers. */
export const ChoosePostOutcome = createUnionType({
  name: 'ChoosePostOutcome',
  description: bilingual({ en: 'The post that you act in, or why not.', zh: '所选岗位，或拒绝理由。' }),
  types: () => [ChosenType, Refused] as const,
  resolveType: (value: object) => ('code' in value ? Refused : ChosenType),
});

/** What ending sessions answers. */
export const EndSessionsOutcome = createUnionType({
  name: 'EndSessionsOutcome',
  description: bilingual({ en: 'How many sessions ended, or why none.', zh: '结束的会话数，或拒绝理由。' }),
  types: () => [EndedType, Refused] as const,
  resolveType: (value: object) => ('code' in value ? Refused : EndedType),
});
