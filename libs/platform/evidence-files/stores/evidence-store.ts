/** A kept file while it is read. */
export interface KeptFile {
  readonly size: number;
  /** Its bytes from one place up to before another. */
  read(from: number, end: number): AsyncIterable<Buffer>;
  close(): Promise<void>;
}

/**
 * Where the bytes of evidence are, sealed, each file under the digest of these bytes. What is kept once is never written again; a
 * store knows nothing of whose a file is or what it shows.
 */
export interface EvidenceStore {
  /** Keeps a file of this machine under its address, which has to be its digest. It survives a power cut when this is done. */
  put(address: string, path: string): Promise<void>;
  /** Undefined when there is none. Throws StoreUnavailable when that cannot be found out now. */
  open(address: string): Promise<KeptFile | undefined>;
  /** Takes a file that is spoilt out of the way, and keeps it for whoever finds out why. */
  setAside(address: string): Promise<void>;
  /** Deletes a file; one that is not there is deleted. */
  remove(address: string): Promise<void>;
}

/** The store does not answer, or not as it should: nothing is known about the file. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

/** There is no room for more. */
export class StoreFull extends Error {
  override readonly name = 'StoreFull';
}
