import type { Actor } from '#access';
import type { Id, Text } from '#kernel';
import type { Then, Views } from '#platform/views';
import DataLoader from 'dataloader';
import { looking } from '../input/looking.js';
import type { Language } from './language.js';

type Name = Text | null;

/** What somebody wants to hear: in which language, that of the request when left out; and as of which moment. */
interface Wanted {
  readonly lang?: Language | undefined;
  readonly asOf?: string | undefined;
}

/** What things are called, as one viewer may know it: today, as of a moment, or then. One query for all that are asked for together. */
export class Labels {
  readonly #byMoment = new Map<string, DataLoader<Id, Name>>();
  readonly #then: DataLoader<Then, Name, string>;

  constructor(
    private readonly views: Pick<Views, 'labels' | 'labelsThen'>,
    private readonly actor: Actor,
    private readonly language: Language,
  ) {
    this.#then = new DataLoader((asked) => views.labelsThen(asked, { actor }), {
      cacheKeyFn: ({ id, position }) => `${id} ${String(position)}`,
    });
  }

  /** Today's name, or the one as of a moment that a query asked for. */
  async load(id: Id, { lang, asOf }: Wanted = {}): Promise<string | null> {
    return this.said(await this.find(id, asOf), lang);
  }

  /** The name that a thing had when the log stood at a position; nobody hears it who may not see the thing today. */
  async asOf(id: Id, position: string, lang?: Language): Promise<string | null> {
    const today = await this.find(id);
    return today && this.said(await this.#then.load({ id, position: BigInt(position) }), lang);
  }

  private said(name: Name, lang?: Language): string | null {
    return name?.[lang ?? this.language] ?? null;
  }

  private find(id: Id, asOf = ''): Promise<Name> {
    const known = this.#byMoment.get(asOf) ?? this.loader(asOf);
    this.#byMoment.set(asOf, known);
    return known.load(id);
  }

  private loader(asOf: string): DataLoader<Id, Name> {
    const how = looking(this.actor, asOf === '' ? {} : { asOf });
    return new DataLoader<Id, Name>(async (ids) => {
      const labels = await this.views.labels(ids, how);
      return ids.map((id) => labels.get(id) ?? null);
    });
  }
}
