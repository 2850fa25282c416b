import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';

const built = join(__dirname, '../../..');
/** Where the build puts it: beside the built server, which sources that run as they are have in `dist`. */
const FOLDER = basename(built) === 'dist' ? join(built, 'console') : join(built, 'dist/console');

const Listed = z.array(
  z.object({ path: z.string(), type: z.string(), compressed: z.boolean(), immutable: z.boolean() }),
);

/** A file of the console, as the build left it. */
export type ConsoleFile = z.output<typeof Listed>[number];

/** The console at a desk, and the form on a phone. */
export type Page = 'index.html' | 'field.html';

const ENDINGS = { br: '.br', gzip: '.gz' } as const;

/** How a file is compressed on its way. */
export type Encoding = keyof typeof ENDINGS;

const listed = (folder: string): readonly ConsoleFile[] => {
  try {
    return Listed.parse(JSON.parse(readFileSync(join(folder, 'files.json'), 'utf8')));
  } catch {
    return [];
  }
};

/** The console as it was built; nothing of it where it was not, or not whole. */
export class ConsoleFiles {
  readonly #files: ReadonlyMap<string, ConsoleFile>;
  readonly #pages = new Map<Page, Promise<string>>();

  constructor(private readonly folder = FOLDER) {
    this.#files = new Map(listed(folder).map((file) => [file.path, file]));
  }

  get isBuilt(): boolean {
    return this.#files.has('/index.html');
  }

  /** The file at this path of an address. */
  at(path: string): ConsoleFile | undefined {
    return this.#files.get(path);
  }

  /** What is in a file, compressed in this way. */
  read({ path }: ConsoleFile, encoding?: Encoding): Promise<Buffer> {
    return readFile(join(this.folder, `${path}${encoding === undefined ? '' : ENDINGS[encoding]}`));
  }

  /** A page, with a nonce in place of the build's. */
  async page(page: Page, nonce: string): Promise<string> {
    const read = this.#pages.get(page) ?? readFile(join(this.folder, page), 'utf8');
    this.#pages.set(page, read);
    return (await read).replaceAll('NONCE-OF-THIS-PAGE', nonce);
  }
}

/** The console that this process serves. */
export const CONSOLE = Symbol('Console');
