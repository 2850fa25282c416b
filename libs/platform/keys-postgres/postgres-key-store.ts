import type { Id } from '#kernel';
import {
  erasedAt,
  KEY_ERASED,
  KeyStoreDamaged,
  MissingKeys,
  newKey,
  recentKeys,
  secretOf,
  storeId,
  unwrap,
  type DataKey,
  type KeptKeys,
  type KeyStore,
  type WrappedKey,
} from '#platform/personal-data';
import { openPool, queryPool, type OneQuery, type Pool } from '#platform/postgres';
import DataLoader from 'dataloader';
import { KEY_SCHEMA } from './key-schema.js';
import { asKept, type KeptRow, type Row } from './key-rows.js';
import { BY_IDS, ERASE, EVERY, KEPT_OF, MAKE, OF_STREAMS, TAKE_OVER } from './statements.js';

const PAGE = 1_000;
/** Before every id. */
const NIL = '00000000-0000-0000-0000-000000000000';

/**
 * Keys in a PostgreSQL that several machines share, each encrypted under a master key that the database never sees. What a key was made
 * or erased by is one statement, so one transaction. Answers Unavailable while the database is away.
 */
export class PostgresKeyStore implements KeptKeys {
  readonly #recent = recentKeys();
  readonly #missing = new MissingKeys();
  readonly #ask: OneQuery;
  readonly #made = new DataLoader<Id, DataKey>((streams) => this.make(streams), { cache: false });
  readonly #found = new DataLoader((ids: readonly string[]) => this.look(ids), { cache: false });

  private constructor(
    private readonly pool: Pool,
    private readonly master: Buffer,
  ) {
    this.#ask = queryPool(pool);
  }

  /**
   * Opens the key store at a URL, or makes it; its role may make a schema there. Throws KeyStoreDamaged when its keys were made under
   * another master key.
   */
  static async open(url: string, master: Buffer): Promise<PostgresKeyStore> {
    const pool = openPool({ url, name: 'keys', max: 4 });
    const store = new PostgresKeyStore(pool, master);
    try {
      await pool.query(KEY_SCHEMA);
      await store.belong();
      return store;
    } catch (error) {
      await pool.end();
      throw error;
    }
  }

  /** Whether keys were made at a URL, under whatever master key. */
  static async isBegun(url: string): Promise<boolean> {
    const pool = openPool({ url, name: 'keys', max: 1 });
    try {
      const ask = queryPool(pool);
      const [row] = await ask<{ there: boolean }>(`SELECT to_regclass('sifang_keys.store') IS NOT NULL AS there`, []);
      return row?.there === true && (await ask('SELECT FROM sifang_keys.store', [])).length > 0;
    } finally {
      await pool.end();
    }
  }

  get id(): string {
    return storeId(this.master);
  }

  check(): void {
    this.#missing.check();
  }

  async keyFor(stream: Id): Promise<DataKey> {
    this.check();
    return this.#recent.get(stream) ?? this.#made.load(stream);
  }

  find(keyId: string): ReturnType<KeyStore['find']> {
    return this.#missing.noting(keyId, () => Promise.resolve(this.#recent.get(keyId) ?? this.#found.load(keyId)));
  }

  async erase(stream: Id, at: Date): Promise<void> {
    const rows = await this.#ask<{ id: string }>(ERASE, [stream, at.toISOString()]);
    for (const name of [stream, ...rows.map(({ id }) => id)]) this.#recent.delete(name);
  }

  async *everyKey(): AsyncGenerator<readonly WrappedKey[]> {
    for (let after = NIL; ;) {
      const rows = await this.#ask<KeptRow>(EVERY, [after, PAGE]);
      if (rows.length > 0) yield rows.map(asKept);
      after = rows.at(-1)?.id ?? after;
      if (rows.length < PAGE) return;
    }
  }

  async keptOf(streams: readonly string[]): Promise<readonly WrappedKey[]> {
    return (await this.#ask<KeptRow>(KEPT_OF, [streams])).map(asKept);
  }

  async takeOver(keys: readonly WrappedKey[]): Promise<void> {
    const at = keys.map((key) => erasedAt(key)?.toISOString() ?? null);
    const wrapped = keys.map((key, n) => (at[n] === null ? key.wrapped : null));
    await this.#ask(TAKE_OVER, [keys.map(({ id }) => id), keys.map(({ stream }) => stream), wrapped, at]);
    this.#recent.clear();
  }

  secret(purpose: string): Buffer {
    return secretOf(this.master, purpose);
  }

  close(): Promise<void> {
    return this.pool.end();
  }

  /** The first master key that is used here is the only one. */
  private async belong(): Promise<void> {
    await this.#ask('INSERT INTO sifang_keys.store (id) VALUES ($1) ON CONFLICT DO NOTHING', [this.id]);
    const [row] = await this.#ask<{ id: string }>('SELECT id FROM sifang_keys.store', []);
    if (row?.id === this.id) return;
    throw new KeyStoreDamaged(
      'its keys were made under another master key: bring that one here 密钥库由另一主密钥加密，请换用原主密钥',
      'KEY_STORE',
    );
  }

  /** Gives every stream that has none a key; of two that are made at once the first one counts. */
  private async make(streams: readonly Id[]): Promise<readonly (DataKey | Error)[]> {
    const there = await this.#ask<Row>(OF_STREAMS, [streams]);
    const lacking = [...new Set(streams)].filter((stream) => !there.some((row) => row.stream === stream));
    const rows = lacking.length === 0 ? there : [...there, ...(await this.added(lacking))];
    return streams.map((stream) => {
      const row = rows.find((one) => one.stream === stream);
      return row
        ? this.remembered(row, stream)
        : new KeyStoreDamaged(
            `the key of ${stream} was erased while it was made: try again 密钥在生成时被擦除，请重试`,
            'KEY_STORE',
          );
    });
  }

  private async added(streams: readonly Id[]): Promise<readonly Row[]> {
    const made = streams.map((stream) => newKey(stream, this.master));
    await this.#ask(MAKE, [
      made.map(({ id }) => id),
      made.map(({ stream }) => stream),
      made.map(({ wrapped }) => wrapped),
    ]);
    return this.#ask<Row>(OF_STREAMS, [streams]);
  }

  private async look(ids: readonly string[]): Promise<Awaited<ReturnType<KeyStore['find']>>[]> {
    const rows = await this.#ask<Row>(BY_IDS, [ids]);
    return ids.map((id) => {
      const row = rows.find((one) => one.id === id);
      if (!row) return undefined;
      return row.wrapped === null ? KEY_ERASED : this.remembered(row);
    });
  }

  private remembered({ id, stream, wrapped }: Row, name: string = id): DataKey {
    const key = unwrap({ id, stream, wrapped: wrapped ?? '' }, this.master);
    for (const each of [name, id]) this.#recent.set(each, key);
    return key;
  }
}
