/** A reason for which something came back, and what the unit says to it. */
export interface ReasonAnswered {
  readonly reason: string;
  readonly isDone: boolean;
  readonly answer: string;
}

const isAnswered = ({ isDone, answer }: ReasonAnswered): boolean => isDone && answer.trim() !== '';

/** All answers as one text, one a line; nothing as long as one of them is missing. */
export const answersAsText = (answers: readonly ReasonAnswered[]): string =>
  answers.every(isAnswered)
    ? answers.map(({ reason, answer }, place) => `${String(place + 1)}. ${reason} → ${answer.trim()}`).join('\n')
    : '';
