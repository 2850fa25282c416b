import { QUESTION_KINDS, type FoundDocument } from '#contexts/imports';
import { oneOf, refused, type Refusal } from '#kernel';
import { z } from 'zod';
import type { Import } from './import.fields.js';
import type { ImportRefusal } from './import.refusals.js';

/** What was open about a document, and what a person said to it. */
export const answerShape = z.strictObject({
  asks: oneOf(QUESTION_KINDS.words),
  words: z.array(z.string()),
  text: z.string().min(1).optional(),
});

type Said = Pick<Import, 'answers'>;
type Asking = Pick<FoundDocument, 'questions'>;

/** Every question of a document is answered once, even if only with "I looked at it". */
export const answerFault = ({ answers = [] }: Said, { questions }: Asking): Refusal<ImportRefusal> | undefined => {
  const isAnswer = ({ question }: (typeof answers)[number], index: number) =>
    question < questions.length && !answers.slice(0, index).some((before) => before.question === question);
  const stray = answers.findIndex((answer, index) => !isAnswer(answer, index));
  if (stray >= 0) return refused('QUESTION_NOT_FOUND', 'answers', String(stray), 'question');
  const open = questions.findIndex((_, index) => !answers.some(({ question }) => question === index));
  return open >= 0 ? refused('QUESTION_UNANSWERED', 'answers', String(open)) : undefined;
};

/** The questions of a document, each with what was said to it. */
export const answered = ({ answers = [] }: Said, { questions }: Asking): z.output<typeof answerShape>[] =>
  questions.map(({ asks, words }, index) => {
    const text = answers.find(({ question }) => question === index)?.text;
    return { asks, words: [...words], ...(text !== undefined && { text }) };
  });
