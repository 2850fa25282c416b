import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type JWK, type JWTPayload } from 'jose';
import type { Provider } from 'oidc-provider';

/** Somebody whom the issuer knows, by what it says of them. */
export type Claims = Readonly<Record<string, unknown>>;

/** An ID token: what stands in it, and how to sign it with the issuer's own key. */
interface Token {
  readonly payload: JWTPayload;
  readonly sign: (payload: JWTPayload) => Promise<string>;
}

const SECRET = 'the secret of the client, known to both';
export const CLIENT = { clientId: 'sifang', clientSecret: SECRET } as const;
/** One that has no secret to keep. */
export const OPEN_CLIENT = { clientId: 'sifang-open', clientSecret: undefined } as const;

/** The page on which it asks whether somebody really leaves. */
const logoutSource = (context: { body: unknown }, form: string): void => {
  context.body = form;
};

/** Quick to make keys for, and not the one that clients expect who look at nothing. */
const ALGORITHM = 'ES256';

interface Keys {
  readonly jwk: JWK;
  readonly sign: Token['sign'];
}

const newKeys = async (kid: string): Promise<Keys> => {
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  return {
    jwk: { ...(await exportJWK(privateKey)), kid, alg: ALGORITHM, use: 'sig' },
    sign: (payload) => new SignJWT(payload).setProtectedHeader({ alg: ALGORITHM, kid }).sign(privateKey),
  };
};

/** The library has advice for those who run an issuer for others. */
const quietly = async <T>(make: () => Promise<T>): Promise<T> => {
  const { info, warn } = console;
  console.info = console.warn = () => undefined;
  try {
    return await make();
  } finally {
    Object.assign(console, { info, warn });
  }
};

/** A real issuer on this machine, where everybody is let in at once. What it answers may be tampered with on its way. */
export class TestIssuer {
  /** Who comes, and what is said of them. */
  person: Claims = { sub: 'subject-1', preferred_username: 'tian.bao' };
  /** Makes another ID token of it. */
  tamper: ((token: Token) => Promise<string>) | undefined;
  /** Answers in its place. */
  instead: ((request: IncomingMessage, reply: ServerResponse) => boolean) | undefined;
  /** The paths that were asked for, of this server. */
  readonly asked: string[] = [];
  #provider: Provider | undefined;
  #keys: Keys | undefined;
  #number = 0;
  #port = 0;
  readonly #server: Server;

  private constructor(private readonly home: string) {
    this.#server = createServer((request, reply) => {
      this.asked.push(request.url ?? '');
      if (this.instead?.(request, reply)) return;
      void this.answer(request, reply);
    });
  }

  /** Starts one that knows one client, at this origin. */
  static async start(home: string): Promise<TestIssuer> {
    const issuer = new TestIssuer(home);
    await issuer.listen();
    await issuer.rotate();
    return issuer;
  }

  get url(): string {
    return `http://127.0.0.1:${String(this.#port)}`;
  }

  /** Another key, and the old one is known no more. Sessions that people have there end. */
  async rotate(): Promise<void> {
    this.#keys = await newKeys(`key-${String(++this.#number)}`);
    const keys = [this.#keys.jwk];
    this.#provider = await quietly(async () => this.provides((await import('oidc-provider')).Provider, keys));
  }

  private provides(Made: typeof Provider, keys: JWK[]): Provider {
    return new Made(this.url, {
      // Its own asks nobody on this machine, and waits for two seconds: those it tells are here, and may be busy.
      fetch: (url, options) => fetch(url, { ...options, signal: null }),
      clients: [
        {
          client_id: CLIENT.clientId,
          client_secret: CLIENT.clientSecret,
          id_token_signed_response_alg: ALGORITHM,
          redirect_uris: [`${this.home}/auth/oidc/callback`],
          post_logout_redirect_uris: [`${this.home}/auth/oidc/signed-out`],
          backchannel_logout_uri: `${this.home}/auth/oidc/back-channel-logout`,
          backchannel_logout_session_required: true,
        },
        {
          client_id: OPEN_CLIENT.clientId,
          token_endpoint_auth_method: 'none',
          id_token_signed_response_alg: ALGORITHM,
          redirect_uris: [`${this.home}/auth/oidc/callback`],
        },
      ],
      jwks: { keys },
      cookies: { keys: ['of this test alone'] },
      claims: {
        openid: ['sub'],
        profile: ['preferred_username', 'employee_number'],
        email: ['email', 'email_verified'],
      },
      scopes: ['openid', 'profile', 'email'],
      ttl: { AccessToken: 600, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
      pkce: { required: () => true },
      features: {
        devInteractions: { enabled: false },
        rpInitiatedLogout: { enabled: true, logoutSource },
        backchannelLogout: { enabled: true },
      },
      interactions: { url: (_, { uid }) => `/let-in/${uid}` },
      findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ ...this.person, sub }) }),
    });
  }

  /** Signs what it never said. */
  sign(payload: JWTPayload): Promise<string> {
    return this.keys.sign(payload);
  }

  /** Whether it is there; when it is again, it is where it was. */
  async down(): Promise<() => Promise<void>> {
    await this.stop();
    return () => this.listen();
  }

  async stop(): Promise<void> {
    const closed = new Promise((done) => this.#server.close(done));
    this.#server.closeAllConnections();
    await closed;
  }

  private async listen(): Promise<void> {
    await new Promise<void>((listening) => this.#server.listen(this.#port, '127.0.0.1', listening));
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  private async answer(request: IncomingMessage, reply: ServerResponse): Promise<void> {
    if (request.url?.startsWith('/let-in/')) return this.letIn(request, reply);
    if (request.url?.startsWith('/token') && this.tamper) this.tamperWith(reply, this.tamper);
    await this.provider.callback()(request, reply);
  }

  /** In place of a page: it is who comes, and may know what is asked for. */
  private async letIn(request: IncomingMessage, reply: ServerResponse): Promise<void> {
    const { params } = await this.provider.interactionDetails(request, reply);
    const accountId = String(this.person['sub']);
    const grant = new this.provider.Grant({ accountId, clientId: String(params['client_id']) });
    grant.addOIDCScope(String(params['scope']));
    const result = { login: { accountId }, consent: { grantId: await grant.save() } };
    await this.provider.interactionFinished(request, reply, result);
  }

  private tamperWith(reply: ServerResponse, tamper: NonNullable<TestIssuer['tamper']>): void {
    const end = reply.end.bind(reply);
    const { sign } = this.keys;
    reply.end = ((body: string | Buffer) => {
      const said = JSON.parse(body.toString()) as { id_token?: string };
      const payload = JSON.parse(
        Buffer.from(said.id_token?.split('.')[1] ?? '', 'base64url').toString() || '{}',
      ) as JWTPayload;
      void tamper({ payload, sign }).then((token) => {
        const other = JSON.stringify({ ...said, id_token: token });
        if (!reply.headersSent) reply.setHeader('content-length', Buffer.byteLength(other));
        end(other);
      });
      return reply;
    }) as typeof reply.end;
  }

  private get provider(): Provider {
    if (!this.#provider) throw new Error('the issuer was not started');
    return this.#provider;
  }

  private get keys(): Keys {
    if (!this.#keys) throw new Error('the issuer has no key');
    return this.#keys;
  }
}
