import { personalFields, type Catalogue, type FieldPath } from '#kernel';
import { isId, kindOf } from '#kernel';
import { commandHash, commandKey, eventIdOf, type Append, type JsonObject, type NewEvent } from '#platform/event-store';
import type { PersonalData } from '#platform/personal-data';
import type { Act } from '#sample-world';
import type { SampleFiles } from './sample-files.js';

interface Shape {
  readonly version: number;
  readonly personal: readonly FieldPath[];
}

/** Makes of acts what the log takes: personal fields under their stream's key, and a digest that stands for what was asked. */
export class Sealer {
  readonly #shapes = new Map<string, Shape>();

  constructor(
    catalogues: readonly Catalogue[],
    private readonly personal: PersonalData,
    private readonly files: Pick<SampleFiles, 'keep'>,
  ) {
    for (const { kind, facts } of catalogues) {
      for (const [type, { version, schema }] of Object.entries(facts)) {
        this.#shapes.set(`${kind} ${type}`, { version, personal: personalFields(schema) });
      }
    }
  }

  async seal({ stream, expected, occasion, command, events }: Act): Promise<Append> {
    const key = commandKey(occasion);
    const sealed = events.map(async ({ type, data }, index): Promise<NewEvent> => {
      const shape = this.#shapes.get(`${kindOf(stream)} ${type}`);
      if (!shape) throw new Error(`there is no event ${type} in ${stream}`);
      const place = { stream, eventId: eventIdOf(key, index) };
      // What a decider says happened is JSON; undefined fields are left out when it is written.
      const said = data as JsonObject;
      const plain = isId('evidence', stream) ? { ...said, ...(await this.files.keep(stream)) } : said;
      return { type, schemaVersion: shape.version, data: await this.personal.seal(place, shape.personal, plain) };
    });
    return {
      ...{ stream, expected, occasion },
      commandHash: this.personal.fingerprint(commandHash(stream, command, occasion)),
      events: await Promise.all(sealed),
    };
  }
}
