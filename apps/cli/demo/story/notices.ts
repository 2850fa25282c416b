import { createHash } from 'node:crypto';
import type { ReadDocument, StatedDay } from '#text';
import { PEOPLE } from '../cast.js';
import { noticeText, readNotice } from '../notices.js';
import { madeBy, type Fields, type Step } from '../step.js';
import { at } from '../when.js';
import { REGISTERED, type Registered } from './registered.js';

/** A year that the text does not state is left out: nobody knows it. */
const day = ({ year, month, day: date }: StatedDay): Fields => ({ ...(year !== null && { year }), month, day: date });

const sha256Of = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

const dayOf = (file: string, { dated }: ReadDocument): Fields => {
  if (!dated) throw new Error(`${file} names no day`);
  return day(dated);
};

export const importOf = (file: string): string => `import ${file}`;

/** The key of a notice's clause, as later directives name it. */
export const clauseKey = (order: number): string => String(order);

/** What the clerk says of the document that the server found: nobody knows the year, and what is damaged stays so. */
const answersTo = ({ clauses, questions }: ReadDocument): Fields => ({
  document: 0,
  clauses: clauses.map(({ order }) => ({ order, due: { rule: 'none' } })),
  answers: questions.map((_, question) => ({ question })),
});

const steps = (registered: Registered): readonly Step[] => {
  const { file, meeting, title, issuedBy } = registered;
  const notice = readNotice(file);
  const [held, taken] = [`register the meeting of ${file}`, `take in ${file}`];
  return [
    {
      name: held,
      as: PEOPLE.hq,
      mutation: 'registerMeeting',
      at: at('03-24', '14:00'),
      input: { ...meeting, heldOn: dayOf(file, notice), undisclosedItems: false },
    },
    {
      name: taken,
      as: PEOPLE.hq,
      mutation: 'importNotice',
      at: at('03-24', '14:20'),
      input: { fileName: `${file}.txt`, text: noticeText(file) },
    },
    {
      name: `confirm that ${file} came in`,
      as: PEOPLE.commander,
      mutation: 'confirmImport',
      at: at('03-24', '14:25'),
      input: { id: madeBy(taken), documents: 1, sha256: sha256Of(noticeText(file)) },
    },
    {
      name: importOf(file),
      as: PEOPLE.hq,
      mutation: 'importDirective',
      at: at('03-24', '14:30'),
      input: {
        ...{ importId: madeBy(taken), ...answersTo(notice), meetingId: madeBy(held) },
        ...{ instrument: 'meetingDeployment', urgency: 'ordinary', title, issuedBy },
      },
    },
  ];
};

/** Three real texts come in, byte for byte: each with its meeting, and what a clerk says of what the server found. */
export const notices = (): readonly Step[] => REGISTERED.flatMap(steps);
