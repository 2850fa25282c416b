import type * as openid from 'openid-client';
import type { JSONWebKeySet } from 'jose';
import type { ClientAuth, Configuration, ServerMetadata } from 'openid-client';
import { z } from 'zod';
import { Discovery } from './discovery.js';
import { fetchWithin, IssuerUnavailable } from './issuer-fetch.js';
import type { OpenIdSettings } from './openid-settings.js';

/** So long anything may take that the issuer is asked. */
const PATIENCE_SECONDS = 5;
/** Clocks of honest machines differ by less. */
export const CLOCK_SKEW_SECONDS = 30;

type Library = typeof openid;

/** Loaded for those who use it. */
export const library = (): Promise<Library> => import('openid-client');

const KEYS = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) });

/** How we prove to the issuer that it is us; the first of these is what issuers take that do not say. [Discovery 1.0 §3] */
const proofOf = (client: Library, secret: string | undefined, methods: readonly string[] | undefined): ClientAuth => {
  if (secret === undefined) return client.None();
  const takesBasic = methods === undefined || methods.includes('client_secret_basic');
  return takesBasic ? client.ClientSecretBasic(secret) : client.ClientSecretPost(secret);
};

/** How an issuer is spoken with: found by its address when it is needed, on its own origin only, and not for long. */
export class IssuerConfiguration {
  readonly discovery: Discovery<ServerMetadata>;

  constructor(
    private readonly settings: Pick<OpenIdSettings, 'issuer' | 'clientId' | 'clientSecret'>,
    private readonly now: () => Date,
    private readonly patienceSeconds = PATIENCE_SECONDS,
  ) {
    this.discovery = new Discovery(() => this.discovered(), now);
  }

  /**
   * Made anew each time: its keys are then asked for each time, so that a new one is known and a withdrawn one not believed at once. Throws
   * IssuerUnavailable.
   */
  async fresh(): Promise<Configuration> {
    const client = await library();
    const metadata = await this.discovery.said();
    const { clientId, clientSecret } = this.settings;
    const about = {
      [client.clockTolerance]: CLOCK_SKEW_SECONDS,
      // The clock that was handed in is the one that counts.
      [client.clockSkew]: Math.round((this.now().getTime() - Date.now()) / 1000),
    };
    const proof = proofOf(client, clientSecret, metadata.token_endpoint_auth_methods_supported);
    const configuration = new client.Configuration(metadata, clientId, about, proof);
    configuration.timeout = this.patienceSeconds;
    configuration[client.customFetch] = fetchWithin(this.address.origin);
    for (const step of this.steps(client)) step(configuration);
    client.enableNonRepudiationChecks(configuration);
    return configuration;
  }

  /** What it says of itself, and the keys that it signs with, which are asked for each time. Throws IssuerUnavailable. */
  async keys(): Promise<{ readonly metadata: ServerMetadata; readonly keys: JSONWebKeySet }> {
    const metadata = await this.discovery.said();
    const signal = AbortSignal.timeout(this.patienceSeconds * 1000);
    const asked = {
      method: 'GET',
      headers: { accept: 'application/json' },
      body: undefined,
      redirect: 'manual',
      signal,
    } as const;
    try {
      const answer = await fetchWithin(this.address.origin)(metadata.jwks_uri ?? '', asked);
      return { metadata, keys: KEYS.parse(await answer.json()) };
    } catch (error) {
      const unavailable = new IssuerUnavailable('no keys', { cause: error });
      this.discovery.failed(unavailable);
      throw unavailable;
    }
  }

  private async discovered(): Promise<ServerMetadata> {
    const client = await library();
    try {
      const found = await client.discovery(this.address, this.settings.clientId, undefined, undefined, {
        timeout: this.patienceSeconds,
        [client.customFetch]: fetchWithin(this.address.origin),
        execute: this.steps(client),
      });
      return this.itself(found.serverMetadata());
    } catch (error) {
      throw new IssuerUnavailable('no discovery', { cause: error });
    }
  }

  /** The library lets one large issuer speak for others; who is to vouch here is the one that was named. */
  private itself(metadata: ServerMetadata): ServerMetadata {
    if (new URL(metadata.issuer).href === this.address.href) return metadata;
    throw new IssuerUnavailable('the issuer calls itself something else');
  }

  /** Without TLS only on this machine, as the settings were checked. */
  private steps(client: Library): ((configuration: Configuration) => void)[] {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- It is marked so to stand out, and does.
    return this.address.protocol === 'http:' ? [client.allowInsecureRequests] : [];
  }

  private get address(): URL {
    return new URL(this.settings.issuer);
  }
}
