import { InvalidToken, type Authenticator, type Presented, type SignedIn } from '#platform/identity';
import { SERVICE_PREFIX, type ServiceTokens } from './service-tokens.js';
import { TOKEN_PREFIX, type TokenKeeper } from './token-keeper.js';

/** Lets in who shows a token that somebody made for a program, or one that a service account got for its secret, and leaves other tokens to those who know them. */
export class TokensByKind implements Authenticator {
  constructor(
    private readonly personal: Pick<TokenKeeper, 'seen' | 'known' | 'fault'>,
    private readonly services: Pick<ServiceTokens, 'read'>,
    private readonly others: Authenticator,
  ) {}

  async authenticate(presented: Presented): Promise<SignedIn> {
    const { token = '' } = presented;
    if (token.startsWith(TOKEN_PREFIX)) return this.known(token);
    if (!token.startsWith(SERVICE_PREFIX)) return this.others.authenticate(presented);
    const { clientId, expiresAt } = await this.services.read(token);
    const signedIn = await this.known(clientId);
    return { ...signedIn, expiresAt: Math.min(expiresAt, signedIn.expiresAt) };
  }

  private async known(shown: string): Promise<SignedIn> {
    const known = await this.personal.seen(shown);
    if (!known) throw new InvalidToken(await this.personal.fault(shown));
    const { actor, token } = known;
    return {
      actor,
      expiresAt: token.endsAt.getTime(),
      ...(token.scope === 'read' && { readsOnly: true }),
      isStill: async () => (await this.personal.known(shown)) !== undefined,
    };
  }
}
