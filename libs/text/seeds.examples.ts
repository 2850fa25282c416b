import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(__dirname, '../../apps/cli/demo/data');

/** The three real notices, byte for byte as they came: the demo keeps them. */
export const NOTICES = ['notice-000', 'notice-001', 'notice-002'] as const;

/** Reads one of the notices as text. */
export const notice = (name: (typeof NOTICES)[number]): string => readFileSync(join(FOLDER, `${name}.txt`), 'utf8');
