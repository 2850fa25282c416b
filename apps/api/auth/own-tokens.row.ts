import { GRANTED_ROLES } from '#contexts/grants';
import {
  bilingual,
  flag,
  instant,
  list,
  optional,
  part,
  pointer,
  rowOf,
  shownText,
  vocabulary,
  word,
  type PartData,
} from '#kernel';
import { objectTypeOf, Refused } from '#platform/graphql';
import { type TokenScope } from '#platform/sign-in';
import { createUnionType } from '@nestjs/graphql';

/** What a token may be used for, in words. */
export const TOKEN_USES = vocabulary('TokenScope', 'What a token may be used for.', '令牌用途。', {
  read: { en: 'To look', zh: '只读' },
  write: { en: 'To look and to act', zh: '读写' },
} satisfies Record<TokenScope, { en: string; zh: string }>);

const tokenRow = rowOf('TokenOfMine', 'What you gave to a program that acts for you.', '本人签发的令牌。', {
  id: shownText('By which it is ended.', '令牌编号。', 36),
  name: shownText('What it is for, in your words.', '名称。', 100),
  scope: word(TOKEN_USES, 'To look, or to act as well.', '用途。'),
  isService: flag('A service account, which gets short tokens for its secret.', '是否服务账号。'),
  roles: list(word(GRANTED_ROLES, 'As what it may be used.', '角色。'), 12),
  post: pointer('The post that it acts in.', '岗位。'),
  organisation: pointer('For which body.', '所代表机构。'),
  madeAt: instant('When you made it.', '签发时间。'),
  usedAt: optional(instant('When it was last used, to the minute; never, if absent.', '最近使用时间（至分钟）。')),
  endsAt: instant('When it ends.', '到期时间。'),
});
export type TokenOfMine = PartData<typeof tokenRow>;

const madeRow = rowOf('TokenMade', 'A new token.', '新签发的令牌。', {
  secret: shownText('What its program is to hold. It is told this once.', '令牌内容，仅显示这一次。', 100),
  token: part(tokenRow, 'All else about it.', '令牌信息。'),
});
const endedRow = rowOf('TokenEnded', 'A token that is no more.', '已作废的令牌。', {
  id: shownText('Which.', '令牌编号。', 36),
});

/** Made before any resolver is looked at: the schema asks for them by then. */
export const TokenType = objectTypeOf(tokenRow);
const MadeType = objectTypeOf(madeRow);
const EndedType = objectTypeOf(endedRow);

export type TokenMade = PartData<typeof madeRow>;
export type TokenEnded = PartData<typeof endedRow>;

/** What making a token answers. */
export const MakeTokenOutcome = createUnionType({
  name: 'MakeTokenOutcome',
  description: bilingual({ en: 'The token, told once, or why there is none.', zh: '令牌（仅显示一次），或拒绝理由。' }),
  types: () => [MadeType, Refused] as const,
  resolveType: (value: object) => ('code' in value ? Refused : MadeType),
});

/** What ending a token answers. */
export const EndTokenOutcome = createUnionType({
  name: 'EndTokenOutcome',
  description: bilingual({ en: 'The token that ended, or why it did not.', zh: '已作废的令牌，或拒绝理由。' }),
  types: () => [EndedType, Refused] as const,
  resolveType: (value: object) => ('code' in value ? Refused : EndedType),
});
