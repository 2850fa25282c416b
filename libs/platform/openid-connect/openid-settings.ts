/** The issuer that vouches for people here, as the operator named it. */
export interface OpenIdSettings {
  /** As it names itself. */
  readonly issuer: string;
  readonly clientId: string;
  /** Undefined for a client that has none: PKCE alone protects the code then. */
  readonly clientSecret: string | undefined;
  /** The claim that holds the name with which an account signs in here. */
  readonly accountClaim: string;
  readonly scope: string;
  /** The origin under which browsers know us. */
  readonly publicUrl: string;
}

/** Where the browser comes back to. */
export const CALLBACK_PATH = '/auth/oidc/callback';
/** Where the issuer says that somebody has left it. */
export const LOGOUT_PATH = '/auth/oidc/back-channel-logout';
/** Where people are told that they are in, unless they wanted to go elsewhere. */
export const SIGNED_IN_PATH = '/auth/oidc/signed-in';
/** Where people are told that they have left, here and at the issuer. */
export const SIGNED_OUT_PATH = '/auth/oidc/signed-out';
