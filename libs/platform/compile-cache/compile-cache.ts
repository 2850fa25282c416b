import { hash } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import { Script } from 'node:vm';
import { readCompiled, writeCompiled, type Compiled } from './cache-file.js';
import { loader, run, type Wrapped } from './loader.js';

/** So many pieces are taken from V8 before others get a turn. */
const AT_ONCE = 32;
/** Columns count from where the source starts, not its wrapper. */
const COLUMN_OFFSET = -loader.wrap('').indexOf('\n');

/** What V8 kept forgets which loader it belongs to, so that such a source could import nothing (Node 20). */
const IMPORTS_LATER = /\bimport\s*[(/]/;

const isForNode = (source: string, format: string | undefined): boolean =>
  format === 'module' || process.sourceMapsEnabled || IMPORTS_LATER.test(source);

/**
 * Keeps what V8 made of the CommonJS modules that a program loads, so that its next start need not compile them again. A
 * source that changed is compiled anew; so is everything after a change of Node. Stack traces stay as they are.
 */
export class CompileCache {
  /** Of this run, until it is saved. */
  private loaded: Map<string, Buffer | Script> | undefined = new Map();
  private found = true;

  private constructor(
    private readonly file: string,
    private kept: Compiled,
  ) {}

  /**
   * Uses the file, which need not exist, for all modules that are loaded from now on. Does nothing while source maps are
   * on: Node reads those only from modules that it compiles itself.
   */
  static install(file: string): CompileCache {
    const cache = new CompileCache(file, readCompiled(file));
    const compile = loader.prototype._compile;
    loader.prototype._compile = function (source, filename, format) {
      const wrapped = isForNode(source, format) ? undefined : cache.wrapped(source, filename);
      return wrapped ? run(wrapped, this, filename) : compile.call(this, source, filename, format);
    };
    return cache;
  }

  /** Writes the file if anything had to be compiled. Call it once, when the program is up; others get their turn meanwhile. */
  async save(): Promise<void> {
    const { loaded = [], found } = this;
    this.loaded = undefined;
    this.kept = new Map();
    if (found) return;
    const compiled = new Map<string, Buffer>();
    for (const [name, made] of loaded) {
      if (compiled.size % AT_ONCE === 0) await breathe(undefined, { ref: false });
      compiled.set(name, made instanceof Script ? made.createCachedData() : made);
    }
    writeCompiled(this.file, compiled);
  }

  /** Undefined: no CommonJS, or not JavaScript at all; Node knows what to do or to say about that. */
  private wrapped(source: string, filename: string): Wrapped | undefined {
    const name = `${hash('sha256', source, 'base64')} ${filename}`;
    const cachedData = this.kept.get(name);
    try {
      const script = new Script(loader.wrap(source), {
        filename,
        columnOffset: COLUMN_OFFSET,
        ...(cachedData && { cachedData }),
      });
      const isKept = cachedData !== undefined && !script.cachedDataRejected;
      this.loaded?.set(name, isKept ? cachedData : script);
      this.found &&= isKept;
      // What Node wraps a source in is a function.
      return script.runInThisContext() as Wrapped;
    } catch {
      return undefined;
    }
  }
}
