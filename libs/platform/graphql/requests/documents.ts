import { createHash } from 'node:crypto';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { longName, tooLong } from './document-size.js';
import type { Fault } from './faults.js';
import { parsed } from './syntax.js';
import { validationFaults } from './validation.js';

/** Characters of all documents that are kept; one that was read may take a hundred times its length in memory. */
const MOST_KEPT = 256 * 1024;

interface Kept {
  readonly document: DocumentNode;
  readonly length: number;
}

/**
 * Reads and checks documents, each once: those in order are kept, the ones used last the longest. The server looks here by the digest
 * of the text, so that it neither reads nor checks them again.
 */
export class Documents {
  readonly #kept = new Map<string, Kept>();
  #length = 0;

  constructor(private readonly production: boolean) {}

  /** The document, or everything that is wrong with it. */
  check(schema: GraphQLSchema, query: string): DocumentNode | readonly Fault[] {
    const long = tooLong(query);
    if (long) return [{ told: long }];
    const digest = createHash('sha256').update(query).digest('hex');
    return this.known(digest) ?? this.read(schema, query, digest);
  }

  /** As the server asks: its own key ends in the digest of the text. */
  get(key: string): Promise<DocumentNode | undefined> {
    return Promise.resolve(this.known(key.slice(-64)));
  }

  set(): Promise<void> {
    return Promise.resolve();
  }

  delete(): Promise<boolean> {
    return Promise.resolve(false);
  }

  private read(schema: GraphQLSchema, query: string, digest: string): DocumentNode | readonly Fault[] {
    const document = parsed(query);
    if (!('kind' in document)) return [document];
    const long = longName(document);
    if (long) return [{ told: long }];
    const faults = validationFaults(schema, document, this.production);
    if (faults.length > 0) return faults;
    this.keep(digest, { document, length: query.length });
    return document;
  }

  private known(digest: string): DocumentNode | undefined {
    const kept = this.#kept.get(digest);
    if (!kept) return undefined;
    this.#kept.delete(digest);
    this.#kept.set(digest, kept);
    return kept.document;
  }

  private keep(digest: string, kept: Kept): void {
    this.#kept.set(digest, kept);
    this.#length += kept.length;
    for (const [oldest, { length }] of this.#kept) {
      if (this.#length <= MOST_KEPT) return;
      this.#kept.delete(oldest);
      this.#length -= length;
    }
  }
}
