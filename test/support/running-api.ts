import { randomUUID } from 'node:crypto';
import type { Role } from '#kernel';
import { KurrentLog } from '#platform/eventstoredb';
import { CAST, claimsOf, developmentKeys, developmentToken, type Claims } from '#platform/identity';
import { UNLIMITED } from '#platform/security';
import { createLog } from '#platform/telemetry';
import { documentOf } from '../../apps/cli/demo/document.js';
import type { Report } from '../../apps/cli/demo/load.js';
import type { Step } from '../../apps/cli/demo/step.js';
import { tell } from '../../apps/cli/demo/tell.js';
import { throughGate, type Gate } from '../../apps/cli/accounts/gate.js';
import type { Settings } from '../../apps/api/config.js';
import { LOOPBACK } from '../../apps/api/network/network.js';
import { serve, type Serving } from '../../apps/api/serve.js';
import { settingsOf } from '../../apps/api/system/settings-of.js';
import { storyDatabase, TEST_FROM, type FreshDatabase } from './fresh-database.js';
import { tinyPng } from '../../libs/platform/evidence-files/testing/tiny-files.js';
import { removeFolder, temporaryFolder } from './temporary-folder.js';
import { upload } from './uploads.js';

type As = Exclude<Role, 'system'>;

/** What a GraphQL server answered, over HTTP. */
export interface Answer {
  readonly status: number;
  readonly data: Record<string, unknown> | null;
  readonly errors: readonly { readonly message: string; readonly extensions: Record<string, unknown> }[];
}

interface More extends Pick<Settings, 'openId' | 'evidenceStore' | 'keyStore' | 'rates'> {
  /** Another process on whose database it runs, too. */
  readonly beside?: RunningApi;
  /** Where the application finds its database when something stands before it. */
  readonly throughPooler?: (applicationUrl: string) => string | Promise<string>;
}

/** The whole application on a database of its own, spoken to over HTTP only. */
export class RunningApi {
  private constructor(
    private serving: Serving,
    private readonly database: FreshDatabase,
    private readonly place: Pick<Settings, 'dataDir' | 'eventStoreUrl' | 'keyStore'>,
    private readonly again: () => Promise<Serving>,
  ) {}

  /** Starts everything; the log is in another store when its address is given. */
  static async start(
    eventStoreUrl?: string,
    network = LOOPBACK,
    { openId, evidenceStore, keyStore, rates = UNLIMITED, throughPooler = (url) => url, beside }: More = {},
  ): Promise<RunningApi> {
    const database = beside ? { ...beside.database, drop: () => Promise.resolve() } : await storyDatabase();
    if (eventStoreUrl !== undefined) await startClockOf(eventStoreUrl);
    const dataDir = temporaryFolder();
    const applicationUrl = await throughPooler(database.applicationUrl);
    const own = { port: 0, dataDir, network, production: false, applicationUrl } as const;
    const shown = settingsOf({ PORT: '0', DATA_DIR: dataDir, DATABASE_URL: applicationUrl });
    const settings = { ...own, openId, evidenceStore, keyStore, rates, shown };
    const again = () => serve({ ...settings, eventStoreUrl }, createLog('error'));
    return new RunningApi(await again(), database, { dataDir, eventStoreUrl, keyStore }, again);
  }

  /** Ends the server and starts it anew; what is to happen in between is said. */
  async restart(between: () => Promise<unknown> = () => Promise.resolve()): Promise<void> {
    await this.serving.close();
    // A start that fails leaves nothing behind to be closed.
    this.serving = { ...this.serving, close: () => Promise.resolve() };
    await between();
    this.serving = await this.again();
  }

  get address(): string {
    return this.serving.address;
  }

  /** Where keys and files are. */
  get folder(): string {
    return this.place.dataDir;
  }

  get databaseUrls(): FreshDatabase {
    return this.database;
  }

  /** A token of the cast's member for this role. */
  async token(as: As): Promise<string> {
    const member = CAST.find((one) => one.as === as);
    if (!member) throw new Error(`nobody in the cast is ${as}`);
    return developmentToken(claimsOf(member), await developmentKeys(this.place.dataDir));
  }

  /** Asks the API as this role; as nobody when none is given. */
  ask(as: As | undefined, query: string, variables: Record<string, unknown> = {}, language = 'en'): Promise<Answer> {
    return this.post(as, JSON.stringify({ query, variables }), language);
  }

  /** The same with the request's body as it goes over the wire. */
  async post(as: As | undefined, body: string, language = 'en'): Promise<Answer> {
    return this.posted(as === undefined ? undefined : await this.token(as), body, language);
  }

  /** Asks as whoever a token with these claims vouches for. */
  async askAs(claims: Claims, query: string, variables: Record<string, unknown> = {}): Promise<Answer> {
    const token = await developmentToken(claims, await developmentKeys(this.place.dataDir));
    return this.posted(token, JSON.stringify({ query, variables }));
  }

  private async posted(token: string | undefined, body: string, language = 'en'): Promise<Answer> {
    const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const response = await fetch(`${this.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': language, ...authorization },
      body,
    });
    const { data = null, errors = [] } = (await response.json()) as Partial<Answer>;
    return { status: response.status, data, errors };
  }

  /** One mutation by its name and input; the rest of what a command needs is made up. Answers what the mutation answered. */
  async tell(as: As, mutation: string, input: Record<string, unknown>, language = 'en'): Promise<Told> {
    const asked = { commandId: randomUUID(), occurredAt: new Date().toISOString(), ...input };
    const { data, errors } = await this.ask(as, documentOf(mutation), { input: asked }, language);
    if (!data) throw new Error(`${mutation}: ${JSON.stringify(errors)}`);
    return data['outcome'] as Told;
  }

  /**
   * Uploads a small picture that says this, as this role; answers the id of the file. The log has it at the time of its own clock: the
   * first act that names one says no other time, or 30 days pass between the two.
   */
  async photo(as: As, says: string): Promise<string> {
    const held = { authorization: `Bearer ${await this.token(as)}` };
    const answer = await upload({ address: this.address, held }, tinyPng({ text: says }));
    const id = answer.headers.get('evidence-id');
    if (id === null) throw new Error(`${says}: HTTP ${String(answer.status)} ${await answer.text()}`);
    return id;
  }

  /** Gives a piece of work the gate of this server. */
  atGate<T>(work: (gate: Gate) => Promise<T>): Promise<T> {
    const log = createLog('error');
    return throughGate({ applicationUrl: this.database.applicationUrl, ...this.place, log }, work);
  }

  /** Tells part of the demo, or all of it, as its people, in Chinese unless another language is said. */
  load(steps: readonly Step[], language: 'zh' | 'en' = 'zh'): Promise<Report> {
    return this.atGate((gate) => tell(gate, steps, { url: this.address, language }));
  }

  async stop(): Promise<void> {
    await this.serving.close();
    await this.database.drop();
    removeFolder(this.place.dataDir);
  }
}

/** Gives the log of a store outside PostgreSQL a clock of its own. */
const startClockOf = async (eventStoreUrl: string): Promise<void> => {
  const log = new KurrentLog(eventStoreUrl);
  await log.startTestClock(TEST_FROM);
  await log.close();
};

/** What a mutation answered: recorded or refused. */
export interface Told {
  readonly id?: string;
  readonly position?: string;
  readonly events?: readonly { readonly type: string }[];
  readonly code?: string;
  readonly message?: string;
  readonly path?: readonly string[];
}
