import { command, commandsOf, id, instant, optional, text, word, type CommandOf } from '#kernel';
import { CHOSEN } from '../chosen-id.js';
import { RIGHT_EN, WHY } from '../correction.js';
import { LEVELS } from './territory.words.js';

/** Everything that can be asked of a territory. */
export const territoryCommands = commandsOf(
  'territory',
  { subject: { en: 'Which place.', zh: '地域编号。' }, chosen: CHOSEN },
  {
    AddTerritory: command('Adds a place to the tree.', '建立地域。', {
      who: ['admin'],
      at: ['new'],
      begins: 'chosen',
      takes: {
        name: text(100, 'Its name.', '名称。'),
        nameEn: optional(text(100, 'Its English name, where it has one.', '英文名称。')),
        level: word(LEVELS, 'How wide it is.', '层级。'),
        code: optional(text(40, 'Its official code.', '行政区划代码。')),
        parentId: optional(id('territory', 'The place it lies in; a root when left out.', '上级地域；省略则为根。')),
        validFrom: instant('Since when it has been so.', '生效时间。'),
      },
    }),
    CorrectTerritory: command(
      'Puts an entry right that was wrong from the start.',
      '更正地域登记差错（须说明理由）。',
      {
        who: ['admin'],
        at: ['standing'],
        takes: {
          name: optional(text(100, 'The right name.', '正确名称。')),
          nameEn: optional(text(100, RIGHT_EN.en, RIGHT_EN.zh)),
          code: optional(text(40, 'The right official code.', '正确的行政区划代码。')),
          validFrom: optional(instant('Since when it has been so.', '正确的生效时间。')),
        },
        reasoned: WHY,
      },
    ),
  },
);

export type TerritoryCommand = CommandOf<typeof territoryCommands>;
