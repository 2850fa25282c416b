import type { Configuration } from 'openid-client';
import type { Checks } from './begun-sign-ins.js';
import { IssuerConfiguration, library } from './issuer-configuration.js';
import { IssuerUnavailable } from './issuer-fetch.js';
import { readLogoutToken, type LoggedOut } from './logout-token.js';
import { nameIn } from './name-in-claims.js';
import { meaningOf, NotVouched } from './not-vouched.js';
import { CALLBACK_PATH, SIGNED_OUT_PATH, type OpenIdSettings } from './openid-settings.js';

/** Whom an issuer vouches for. */
export interface Vouched {
  /** By which it knows them, for good. */
  readonly subject: string;
  /** What stands in the claim that the operator chose; undefined where nothing does that can be used. */
  readonly name: string | undefined;
  /** By which it knows where they are signed in there; undefined where it does not say. */
  readonly session: string | undefined;
  /** By which it knows, when they leave, whom it vouched for. */
  readonly idToken: string | undefined;
}

/** The issuer that vouches for people: any that speaks OpenID Connect and is found by its address. */
export class Issuer {
  readonly #configuration: IssuerConfiguration;

  constructor(
    private readonly settings: OpenIdSettings,
    private readonly now: () => Date,
    patienceSeconds?: number,
  ) {
    this.#configuration = new IssuerConfiguration(settings, now, patienceSeconds);
  }

  /** Whether it answered when it was last asked. */
  get isAnswering(): boolean {
    return this.#configuration.discovery.isAnswering;
  }

  /** Looks whether it answers. Never rejects. */
  look(): Promise<void> {
    return this.#configuration.discovery.look();
  }

  /** Where somebody proves who they are. Throws IssuerUnavailable: nobody is sent to an issuer of which we hear nothing. */
  async beginning({ state, nonce, verifier }: Checks): Promise<URL> {
    if (!this.isAnswering) await this.look();
    if (!this.isAnswering) throw new IssuerUnavailable('no answer since the last failure');
    const { buildAuthorizationUrl, calculatePKCECodeChallenge } = await library();
    return buildAuthorizationUrl(await this.#configuration.fresh(), {
      redirect_uri: this.callback('').href,
      scope: this.settings.scope,
      code_challenge: await calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      ...{ state, nonce },
    });
  }

  /**
   * Whom it vouches for, by what the browser brought back: `search` is the part of the address behind the question mark. Throws
   * IssuerUnavailable, or NotVouched where anything of it does not hold.
   */
  async vouched(search: string, { state, nonce, verifier }: Checks): Promise<Vouched> {
    const { authorizationCodeGrant } = await library();
    const configuration = await this.#configuration.fresh();
    const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true };
    try {
      const tokens = await authorizationCodeGrant(configuration, this.callback(search), checks);
      const claims = tokens.claims();
      if (!claims) throw new NotVouched(false, 'no ID token');
      const { accountClaim } = this.settings;
      const session = typeof claims['sid'] === 'string' ? claims['sid'] : undefined;
      const known = { subject: claims.sub, session, idToken: tokens.id_token };
      const name = nameIn(claims, accountClaim);
      if (name !== undefined) return { ...known, name };
      // Some issuers say in the ID token only who it is, and the rest to who asks for it.
      const more = await userInfo(configuration, tokens.access_token, claims.sub);
      return { ...known, name: nameIn(more, accountClaim) };
    } catch (error) {
      const meaning = meaningOf(error);
      if (meaning instanceof IssuerUnavailable) this.#configuration.discovery.failed(meaning);
      throw meaning;
    }
  }

  /** Where somebody leaves it as well; undefined where it knows no such place, or does not answer. */
  async ending(idToken: string | undefined): Promise<URL | undefined> {
    const { buildEndSessionUrl } = await library();
    const configuration = await this.#configuration.fresh().catch(() => undefined);
    if (configuration?.serverMetadata().end_session_endpoint === undefined) return undefined;
    return buildEndSessionUrl(configuration, {
      post_logout_redirect_uri: new URL(SIGNED_OUT_PATH, this.settings.publicUrl).href,
      ...(idToken !== undefined && { id_token_hint: idToken }),
    });
  }

  /** Whose sessions the issuer says have ended. Throws IssuerUnavailable, or NotVouched where the token does not hold. */
  async loggedOut(token: string): Promise<LoggedOut> {
    const { metadata, keys } = await this.#configuration.keys();
    const { issuer, id_token_signing_alg_values_supported: algorithms = ['RS256'] } = metadata;
    const { clientId } = this.settings;
    return readLogoutToken(token, { issuer, clientId, keys, algorithms, now: this.now() });
  }

  private callback(search: string): URL {
    const url = new URL(CALLBACK_PATH, this.settings.publicUrl);
    url.search = search;
    return url;
  }
}

const userInfo = async (configuration: Configuration, accessToken: string, subject: string) => {
  if (configuration.serverMetadata().userinfo_endpoint === undefined) return {};
  const { fetchUserInfo } = await library();
  return fetchUserInfo(configuration, accessToken, subject);
};
