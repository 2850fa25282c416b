import type { Gate } from '../accounts/gate.js';
import { beginStory } from './begin-story.js';
import type { Language } from './fill.js';
import { HttpServer } from './http-server.js';
import { load, type Report } from './load.js';
import type { Step } from './step.js';
import { StoryTokens } from './story-tokens.js';

/** To which server, and in which language: it is told, and answered, in that. */
interface Listener {
  readonly url: string;
  readonly language: Language;
  readonly onStep?: (step: Step) => void;
}

/**
 * Tells a story to a server through its API, as the people in it: everybody acts by their account. What cannot be asked of a server,
 * because nobody could sign in to ask, is done at the gate, as `sifang init` does it.
 */
export const tell = async (gate: Gate, steps: readonly Step[], { onStep, ...reach }: Listener): Promise<Report> => {
  await beginStory(gate);
  const tokens = new StoryTokens(gate.door);
  try {
    return await load(steps, new HttpServer({ ...reach, tokens }), { language: reach.language, onStep });
  } finally {
    await tokens.end();
  }
};
