import { InvalidToken, type Authenticator, type Presented, type SignedIn } from '#platform/identity';
import { TOKEN_PREFIX, type TokenKeeper } from './token-keeper.js';

/** Lets in who shows a token that somebody made for a program, and leaves other tokens to those who know them. */
export class TokensByKind implements Authenticator {
  constructor(
    private readonly personal: Pick<TokenKeeper, 'seen' | 'known'>,
    private readonly others: Authenticator,
  ) {}

  async authenticate(presented: Presented): Promise<SignedIn> {
    const { token: secret } = presented;
    if (!secret?.startsWith(TOKEN_PREFIX)) return this.others.authenticate(presented);
    const known = await this.personal.seen(secret);
    if (!known) throw new InvalidToken();
    const { actor, token } = known;
    return {
      actor,
      expiresAt: token.endsAt.getTime(),
      ...(token.scope === 'read' && { readsOnly: true }),
      isStill: async () => (await this.personal.known(secret)) !== undefined,
    };
  }
}
