import type { StatedDay } from '#text';
import { PEOPLE } from '../cast.js';
import { readNotice, type ReadNotice } from '../notices.js';
import { madeBy, type Fields, type Step } from '../step.js';
import { at } from '../when.js';
import { REGISTERED, type Registered } from './registered.js';

/** A year that the text does not state is left out: nobody knows it. */
const day = ({ year, month, day: date }: StatedDay): Fields => ({ ...(year !== null && { year }), month, day: date });

export const importOf = (file: string): string => `import ${file}`;

/** The key of a notice's clause, as later directives name it. */
export const clauseKey = (order: number): string => `c${String(order)}`;

/** What the schema calls the kinds of damage. */
const DAMAGE = { mojibake: 'mojibake', 'lost-character': 'lostCharacter' } as const;

const content = ({ file, title, issuedBy }: Registered, notice: ReadNotice): Fields => ({
  instrument: 'meetingDeployment',
  urgency: 'ordinary',
  title,
  text: notice.text,
  clauses: notice.clauses.map(({ order, text, number }) => ({
    key: clauseKey(order),
    ...(number !== '' && { number }),
    text,
    due: { rule: 'none' },
  })),
  issuedBy,
  dated: day(notice.stated),
  original: {
    sha256: notice.sha256,
    bytes: notice.bytes,
    fileName: `${file}.txt`,
    mediaType: 'text/plain; charset=utf-8',
  },
  damage: notice.flags.map(({ kind, from, to, original }) => ({ kind: DAMAGE[kind], from, to, text: original })),
  complete: notice.complete,
});

const steps = (registered: Registered): readonly Step[] => {
  const { file, meeting } = registered;
  const notice = readNotice(file);
  const held = `register the meeting of ${file}`;
  return [
    {
      name: held,
      as: PEOPLE.hq,
      mutation: 'registerMeeting',
      at: at('03-24', '14:00'),
      input: { ...meeting, heldOn: day(notice.stated), undisclosedItems: false },
    },
    {
      name: importOf(file),
      as: PEOPLE.hq,
      mutation: 'importDirective',
      at: at('03-24', '14:30'),
      input: { ...content(registered, notice), meetingId: madeBy(held) },
    },
  ];
};

/** Three real texts come in: each with its meeting, issuer, instrument, clauses, damage, and the digest of its bytes. */
export const notices = (): readonly Step[] => REGISTERED.flatMap(steps);
