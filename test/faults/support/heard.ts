import { z } from 'zod';
import type { ApiClient } from './api-work.js';

/** A failure as somebody was told it. */
export interface Heard {
  readonly code: string;
  readonly message: string;
  readonly language: string;
}

const Failures = z.object({
  errors: z.array(z.object({ message: z.string(), extensions: z.object({ code: z.string() }) })).default([]),
});

/** What whoever asks is told to do, with every failure that passes by itself. */
const TO_DO: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  UNAVAILABLE: { en: /Ask the same again soon\.$/, zh: /请稍后重发同一请求。$/ },
  OUTCOME_UNKNOWN: { en: /Send the same command again to learn which\.$/, zh: /请重发同一命令以确认结果。$/ },
  NOT_YET_VISIBLE: { en: /ask again in a moment\.$/, zh: /请稍后再查。$/ },
  OVERLOADED: { en: /ask the same again soon\.$/, zh: /请稍后重发同一请求。$/ },
};

/** Whether a failure is one of those, in the words of its language. */
export const saysWhatToDo = ({ code, message, language }: Heard): boolean =>
  TO_DO[code]?.[language]?.test(message) ?? false;

/** The same client, in both languages by turns; what it was told of failures is kept. */
export const heardBy = (client: ApiClient): { readonly client: ApiClient; readonly heard: readonly Heard[] } => {
  const heard: Heard[] = [];
  let asked = 0;
  const ask: ApiClient['ask'] = async (query, variables) => {
    const language = asked++ % 2 === 0 ? 'en' : 'zh';
    const answer = await client.ask(query, variables, language);
    for (const { message, extensions } of Failures.parse(answer.body).errors) {
      heard.push({ code: extensions.code, message, language });
    }
    return answer;
  };
  return { client: { ...client, ask }, heard };
};
