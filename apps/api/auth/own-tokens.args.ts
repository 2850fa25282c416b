import { GRANTED_ROLES, type GrantedRole } from '#contexts/grants';
import { EnumField, enumTypeOf, InstantField, TextField } from '#platform/graphql';
import type { TokenScope } from '#platform/sign-in';
import { InputType } from '@nestjs/graphql';
import { OWN_ID } from './own-sessions.args.js';
import { TOKEN_USES } from './own-tokens.row.js';

@InputType()
export class MakeTokenInput {
  @TextField(100, { en: 'What it is for, in your words.', zh: '名称。' })
  name!: string;
  @EnumField(() => enumTypeOf(TOKEN_USES), { en: 'To look, or to act as well.', zh: '用途。' })
  scope!: TokenScope;
  @EnumField(() => enumTypeOf(GRANTED_ROLES), {
    en: 'As what it may be used, of the roles that you have in this post; all of them when left out.',
    zh: '可用角色（限本岗位现有角色），默认全部。',
    list: 12,
    optional: true,
  })
  roles?: GrantedRole[];
  @InstantField({ en: 'When it ends: within a year.', zh: '到期时间，不超过一年。' })
  endsAt!: string;
}

@InputType()
export class EndTokenInput {
  @TextField(36, { en: 'Which token, as your list names it.', zh: '令牌编号。', pattern: OWN_ID })
  id!: string;
}
