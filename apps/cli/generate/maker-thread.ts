// A thread of its own: tells the story from its beginning, passes over what the log holds, and seals the rest.
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { directiveEvents, receipt } from '#contexts/directives';
import { dutyPointEvents } from '#contexts/duties';
import { evidenceEvents } from '#contexts/evidence';
import { findingEvents } from '#contexts/findings';
import { organisationEvents, personEvents, territoryEvents } from '#contexts/parties';
import { claimEvents } from '#platform/claims';
import { FileKeyStore, PersonalDataCipher } from '#platform/personal-data';
import { story } from '#sample-world';
import { SampleFiles } from './sample-files.js';
import { AnotherStory, type Making, type Said } from './maker.js';
import { rest } from './rest.js';
import { Sealer } from './seal.js';

const CATALOGUES = [
  ...[territoryEvents, organisationEvents, personEvents],
  ...[directiveEvents, receipt.events, dutyPointEvents, evidenceEvents, claimEvents, findingEvents],
];

/** Lets go on as often as somebody asked for more. */
class Turns {
  #asked = 0;
  #go: (() => void) | undefined;

  more(): void {
    this.#asked++;
    this.#go?.();
  }

  async next(): Promise<void> {
    while (this.#asked === 0) await new Promise<void>((resolve) => (this.#go = resolve));
    this.#asked--;
  }
}

const main = async ({ order, place, ...from }: Making, say: (said: Said) => void): Promise<void> => {
  const turns = new Turns();
  parentPort?.on('message', () => turns.more());
  const keys = await FileKeyStore.open(join(place.dataDir, 'keys'));
  const files = await SampleFiles.open(place, keys);
  const sealer = new Sealer(CATALOGUES, new PersonalDataCipher(keys), files);
  for await (const acts of rest(story(order), from)) {
    await turns.next();
    say({ appends: await Promise.all(acts.map((act) => sealer.seal(act))) });
  }
  say({ over: true });
};

const say = (said: Said): void => parentPort?.postMessage(said);
// The thread that made this one knows what to make.
main(workerData as Making, say).catch((error: unknown) => {
  if (!(error instanceof AnotherStory)) throw error;
  say({ another: true });
});
