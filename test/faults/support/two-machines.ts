import { join } from 'node:path';
import type { Id } from '#kernel';
import { PostgresKeyStore } from '#platform/keys-postgres';
import { createMasterKey, KEY_ERASED, readMasterKey } from '#platform/personal-data';
import { PostgresEventStore } from '#platform/postgres';
import type { VerifiedKeys } from '../../../apps/cli/found-keys.js';
import { verifyKeys } from '../../../apps/cli/keys-verify.js';
import { freshDatabase, type FreshDatabase } from '../../support/fresh-database.js';
import { startNode, type NodeProcess } from '../../support/node-process.js';
import { removeFolder, temporaryFolder } from '../../support/temporary-folder.js';
import { startApi, type ApiProcess } from './api-process.js';
import { apiClient, type ApiClient } from './api-work.js';

/** One process of the API with a folder of its own, and a client that finds it after each start. */
class Machine {
  private constructor(
    readonly dataDir: string,
    readonly client: ApiClient,
    private readonly start: () => Promise<ApiProcess>,
    private running: { api: ApiProcess },
  ) {}

  static async begin(database: FreshDatabase, dataDir: string, keys: NodeJS.ProcessEnv): Promise<Machine> {
    const start = () => startApi(database, dataDir, keys);
    const running = { api: await start() };
    return new Machine(dataDir, await apiClient(dataDir, () => running.api.address), start, running);
  }

  get address(): string {
    return this.running.api.address;
  }

  async kill(): Promise<void> {
    this.running.api.child.kill('SIGKILL');
    await this.running.api.ended;
  }

  async begin(): Promise<void> {
    this.running.api = await this.start();
  }

  /** A person's name as this machine shows it. */
  async nameOf(id: Id): Promise<string | undefined> {
    const { body } = await this.client.ask('query ($id: ID!) { person(id: $id) { name } }', { id });
    return (body as { data?: { person?: { name: string } | null } }).data?.person?.name;
  }
}

/** Two machines that share a log and a key store, and no folder. */
export class TwoMachines {
  private constructor(
    readonly log: FreshDatabase,
    readonly keys: FreshDatabase,
    readonly one: Machine,
    readonly other: Machine,
  ) {}

  static async start(): Promise<TwoMachines> {
    const [log, keys] = [await freshDatabase(), await freshDatabase()];
    const [first, second] = [temporaryFolder(), temporaryFolder()];
    const place = { KEY_STORE: keys.ownerUrl, KEY_MASTER: masterIn(first) };
    await createMasterKey(masterIn(first));
    const [one, other] = await Promise.all([Machine.begin(log, first, place), Machine.begin(log, second, place)]);
    return new TwoMachines(log, keys, one, other);
  }

  /** What `sifang keys verify` finds. */
  async verified(): Promise<VerifiedKeys> {
    const events = new PostgresEventStore(this.log.applicationUrl);
    const store = await this.open();
    try {
      return await verifyKeys(events, store, []);
    } finally {
      await store.close();
      await events.close();
    }
  }

  /** Which streams have a key, and which had one that was erased. Each key is opened: half of one would throw. */
  async kept(): Promise<{ readonly whole: readonly string[]; readonly erased: readonly string[] }> {
    const store = await this.open();
    const found = { whole: new Array<string>(), erased: new Array<string>() };
    try {
      for await (const keys of store.everyKey()) {
        for (const { id, stream } of keys)
          found[(await store.find(id)) === KEY_ERASED ? 'erased' : 'whole'].push(stream);
      }
      return found;
    } finally {
      await store.close();
    }
  }

  /** A process that erases the keys of these streams, one after the other. */
  erasing(streams: readonly Id[]): NodeProcess {
    const args = [this.keys.ownerUrl, masterIn(this.one.dataDir), ...streams];
    return startNode('test/faults/support/erase-keys.ts', args);
  }

  async end(): Promise<void> {
    for (const machine of [this.one, this.other]) {
      await machine.kill();
      removeFolder(machine.dataDir);
    }
    await this.log.drop();
    await this.keys.drop();
  }

  private async open(): Promise<PostgresKeyStore> {
    return PostgresKeyStore.open(
      this.keys.ownerUrl,
      (await readMasterKey(masterIn(this.one.dataDir))) ?? Buffer.alloc(0),
    );
  }
}

const masterIn = (dataDir: string) => join(dataDir, 'keys', 'master-key');
