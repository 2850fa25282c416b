import { z } from 'zod';
import type { Recorded } from './calls.js';
import { subjectOf } from './retention.js';

const Names = z.union([z.string().transform((name) => [name]), z.array(z.string())]);
const Acl = z.looseObject({ $w: Names.optional(), $d: Names.optional(), $mw: Names.optional() });
const Settings = z.looseObject({ $userStreamAcl: Acl.optional() });
const Metadata = z.looseObject({ $acl: Acl.optional() });
type Rights = z.output<typeof Acl>;

/** Whoever they are, they may do everything. */
const ADMINS = new Set(['$admins']);
const DELETES = ['$d', '$mw'] as const;

/** Who may remove events of this log, as far as the log itself says it: the server's defaults, and the exceptions of single streams. */
export class Access {
  #defaults: Rights | undefined;
  readonly #exceptions = new Map<string, readonly string[]>();

  told({ streamId, data }: Recorded): void {
    if (streamId === '$settings') this.#defaults = Settings.safeParse(data).data?.$userStreamAcl ?? {};
    const stream = streamId === '$$$all' ? '$all' : subjectOf(streamId);
    if (stream === undefined) return;
    const others = DELETES.flatMap((right) => othersIn(Metadata.safeParse(data).data?.$acl?.[right]));
    if (others.length > 0) this.#exceptions.set(stream, others);
    else this.#exceptions.delete(stream);
  }

  /** What an operator should change, in both languages, a line each. */
  get warnings(): readonly string[] {
    const defaults = DELETES.flatMap((right) => othersIn(this.#defaults?.[right] ?? ['$all']));
    const open = [...new Set(defaults)];
    const all = open.length === 0 ? [] : [`$settings: ${whoMay(open)}`];
    return [...all, ...[...this.#exceptions].map(([stream, who]) => `${stream}: ${whoMay([...new Set(who)])}`)];
  }
}

const othersIn = (names: readonly string[] = []): readonly string[] => names.filter((name) => !ADMINS.has(name));

const whoMay = (names: readonly string[]): string =>
  `others than administrators may delete events (${names.join(', ')}): see infra/kurrentdb, step 3 管理员以外者可删除事件，见 infra/kurrentdb 第三步`;
