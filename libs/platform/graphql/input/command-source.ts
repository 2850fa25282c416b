import type { Source } from '#kernel';
import { enumOf } from '../output/enum-of.js';

/** Where a command may say that it came from; `system` is for the system itself. */
export const CommandSource = enumOf('CommandSource', { en: 'Where a command came from.', zh: '命令来源。' }, {
  web: { en: 'The web console.', zh: '网页端。' },
  mobile: { en: 'A mobile device.', zh: '移动端。' },
  import: { en: 'An import of existing records.', zh: '导入。' },
  cli: { en: 'The command line.', zh: '命令行。' },
} satisfies Record<Exclude<Source, 'system'>, unknown>);
