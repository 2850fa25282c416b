import { OWN_SESSION } from '#access';
import { roleOf, wordFor } from '#contexts/grants';
import { meRow } from '#contexts/grants/grants.module';
import { bilingual, ref } from '#kernel';
import { itemsAtMost, MayAsk, objectTypeOf, type GraphqlContext, type Refused } from '#platform/graphql';
import { MOST_TOKENS, type AccessToken } from '#platform/sign-in';
import { Inject } from '@nestjs/common';
import { Args, Context, Extensions, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { refusedAs, TOKEN_AT } from './auth-errors.js';
import { DOOR, type Door } from './door.js';
import { ownSession } from './own-session.js';
import { EndTokenInput, MakeTokenInput } from './own-tokens.args.js';
import {
  EndTokenOutcome,
  MakeTokenOutcome,
  TokenType,
  type TokenEnded,
  type TokenMade,
  type TokenOfMine,
} from './own-tokens.row.js';

/** A token as its owner may see it: all but what its program holds. */
const shown = ({ id, name, scope, secret, roles, chosen, madeAt, usedAt, endsAt }: AccessToken): TokenOfMine => ({
  ...{ id, name, scope, isService: secret !== undefined },
  roles: roles.flatMap((role) => wordFor(role) ?? []),
  ...{ post: ref(chosen.postId), organisation: ref(chosen.orgId) },
  madeAt: madeAt.toISOString(),
  ...(usedAt && { usedAt: usedAt.toISOString() }),
  endsAt: endsAt.toISOString(),
});

/** The tokens that one made for programs. */
@Resolver(() => objectTypeOf(meRow))
export class OwnTokensResolver {
  constructor(@Inject(DOOR) private readonly door: Pick<Door, 'tokens' | 'standings' | 'now'>) {}

  @MayAsk(OWN_SESSION)
  @ResolveField(() => [TokenType], {
    nullable: true,
    description: bilingual({
      en: 'The tokens that you made for programs and that last; null for whoever shows a token.',
      zh: '本人签发且有效的令牌；持令牌者不可见。',
    }),
  })
  @Extensions(itemsAtMost(MOST_TOKENS))
  async tokens(@Context() context: GraphqlContext): Promise<readonly TokenOfMine[] | null> {
    const own = ownSession(context);
    return own ? (await this.door.tokens.of(own.account)).map(shown) : null;
  }

  @MayAsk(OWN_SESSION)
  @Mutation(() => MakeTokenOutcome, {
    description: bilingual({
      en: 'Make a token for a program that acts for you in this post. Sent twice, it makes two.',
      zh: '为代表本人在本岗位办理的程序签发令牌；重复提交即签发两个。',
    }),
  })
  async makeToken(
    @Args('input') { name, scope, roles, endsAt }: MakeTokenInput,
    @Context() context: GraphqlContext,
  ): Promise<TokenMade | Refused> {
    const own = ownSession(context);
    const standing = own && (await this.door.standings.of(own.account, own.chosen, this.door.now().toISOString()));
    if (!standing) return refusedAs('NOT_IN_SESSION', context.language);
    const wanted = { name, scope, roles: roles?.map(roleOf), endsAt: new Date(endsAt) };
    const made = await this.door.tokens.make(own.account, { chosen: own.chosen, standing }, wanted);
    if ('refused' in made) return refusedAs(made.refused, context.language, ...TOKEN_AT[made.refused]);
    return { secret: made.secret, token: shown(made.token) };
  }

  @MayAsk(OWN_SESSION)
  @Mutation(() => EndTokenOutcome, {
    description: bilingual({
      en: 'End one of your tokens, or of your service accounts.',
      zh: '作废本人的一个令牌或服务账号。',
    }),
  })
  async endToken(
    @Args('input') { id }: EndTokenInput,
    @Context() context: GraphqlContext,
  ): Promise<TokenEnded | Refused> {
    const own = ownSession(context);
    if (!own) return refusedAs('NOT_IN_SESSION', context.language);
    const isEnded = await this.door.tokens.end(own.account, id);
    return isEnded ? { id } : refusedAs('TOKEN_NOT_FOUND', context.language, 'id');
  }
}
