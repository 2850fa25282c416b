import type { FindingAsked, Severity } from '#contexts/findings';
import type { Id, Source } from '#kernel';
import type { Chance } from './chance.js';
import type { Phrases } from './finding-words.js';
import type { Officer, Unit } from './province.js';
import type { World } from './world.js';

export interface FindingParts {
  readonly world: World;
  readonly chance: Chance;
  readonly phrases: Phrases;
}

/** Who asks, and with what device, where it is not as usual. */
export interface Telling {
  readonly as?: Officer;
  readonly source?: Source;
}

/** One finding in the middle of its course. */
export interface FindingUnderWay {
  readonly parts: FindingParts;
  readonly unit: Unit;
  readonly id: Id<'finding'>;
  readonly severity: Severity;
  /** When the step under way happens. */
  readonly at: number;
  /** A time of day at which people work, so many days later, or the first working day after that. */
  later(least: number, most: number): number;
  /** Somebody asks for something about this finding, now: who usually does, unless somebody else is named. */
  tell(command: FindingAsked, how?: Telling): Promise<void>;
  /** So many new files, at least and at most, which this officer uploads now. */
  evidence(as: Officer, least: number, most: number): Promise<Id<'evidence'>[]>;
}
