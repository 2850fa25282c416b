import { filesIn, filled, nameOf, NotMade, type Language } from './fill.js';
import { CannotGoOn, type Answer, type Server } from './server.js';
import type { Step } from './step.js';

/** In which language the story is told, and who hears how far it is. */
export interface Telling {
  readonly language: Language;
  readonly onStep?: ((step: Step) => void) | undefined;
}

/** A step that the server refused, or that could not be sent because another was. */
export interface Failed {
  readonly step: Step;
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[];
}

export interface Report {
  /** Steps that the log took now. */
  readonly added: number;
  /** Steps that the log held already. */
  readonly held: number;
  readonly failed: readonly Failed[];
  readonly head: { readonly before: string | undefined; readonly after: string | undefined };
}

const AFTER_START = -1n;
const positionOf = (text: string | undefined): bigint => (text === undefined ? AFTER_START : BigInt(text));

/** What ends the story, with the first refusal before it: the one may well come of the other. */
const after = ([first]: readonly Failed[], error: unknown): unknown =>
  error instanceof CannotGoOn && first
    ? new CannotGoOn(`${error.message} ✗ ${first.step.name}: ${first.code}: ${first.message}`)
    : error;

/**
 * Tells the story to a server, step by step. Every command carries the id of its step, so telling it again changes nothing: the log
 * answers as before. A refusal does not end the story; what needs the refused step is left out with it.
 */
export const load = async (steps: readonly Step[], server: Server, { language, onStep }: Telling): Promise<Report> => {
  const head = async () => (steps[0] ? server.head(steps[0].as) : undefined);
  const before = await head();
  const ids = new Map<string, string>();
  const failed: Failed[] = [];
  let [added, held] = [0, 0];
  for (const step of steps) {
    const answer = await answerTo(step, server, { ids, language }).catch((error: unknown) => {
      throw after(failed, error);
    });
    if (answer.is === 'refused') {
      failed.push({ step, ...answer });
    } else {
      ids.set(step.name, answer.id);
      const isNew = answer.events > 0 && positionOf(answer.position) > positionOf(before);
      if (isNew) added += 1;
      else held += 1;
      if (step.settle) await server.settled(answer.position, step.as);
    }
    onStep?.(step);
  }
  return { added, held, failed, head: { before, after: await head() } };
};

/** Uploads what a step names and nobody has named before. */
const uploaded = async ({ input, as }: Step, server: Server, ids: Map<string, string>): Promise<void> => {
  for (const file of filesIn(input)) {
    if (!ids.has(nameOf(file))) ids.set(nameOf(file), await server.upload(file, as));
  }
};

interface Known {
  readonly ids: Map<string, string>;
  readonly language: Language;
}

const answerTo = async (step: Step, server: Server, { ids, language }: Known): Promise<Answer> => {
  await uploaded(step, server, ids);
  try {
    return await server.send(step, filled(step.input, ids, language));
  } catch (error) {
    if (!(error instanceof NotMade)) throw error;
    return { is: 'refused', code: 'NOT_SENT', message: error.message, path: [] };
  }
};
