import { COMMON_TEXTS } from './common-texts.js';
import type { Told } from './told.js';

/** What is told to whoever asks for a change with what may only read. */
export const READS_ONLY = { code: 'TOKEN_READS_ONLY', text: COMMON_TEXTS.TOKEN_READS_ONLY } as const satisfies Told;
