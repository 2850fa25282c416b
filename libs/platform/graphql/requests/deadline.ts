import { OutcomeUnknown, Unavailable } from '#platform/event-store';
import { OperationTypeNode, type OperationDefinitionNode } from 'graphql';
import type { FastifyReply } from 'fastify';
import { knownError } from '../errors/known-error.js';
import { written } from '../errors/told.js';
import type { Language } from '../server/language.js';

/** Whoever asks is answered within five seconds, also when the database has stopped in the middle of it. */
export const MOST_MS = 4_700;

const LATE = 'no answer in time';

/** What is told of a question that is not answered in time: nothing is lost of it. */
export const lateQuery = (): Unavailable => new Unavailable(new Error(LATE));

/** What is so when nobody has answered yet: a command may still be recorded, and nothing is lost of a query. */
const lateAnswer = ({ operation }: OperationDefinitionNode) =>
  operation === OperationTypeNode.MUTATION
    ? { status: 200, error: new OutcomeUnknown(LATE, new Error(LATE)) }
    : { status: 503, error: lateQuery() };

/** Answers in place of an operation that has not been carried out in time; what it comes to later is not sent any more. */
export const answerInTime = (reply: FastifyReply, operation: OperationDefinitionNode, language: Language): void => {
  const timer = setTimeout(() => {
    const { status, error } = lateAnswer(operation);
    const told = knownError(error);
    if (reply.sent || !told) return;
    if (status === 503) void reply.header('retry-after', '5');
    const body = { data: null, errors: [written(told, language)] };
    void reply.status(status).type('application/json; charset=utf-8').send(JSON.stringify(body));
  }, MOST_MS);
  reply.raw.once('close', () => {
    clearTimeout(timer);
  });
};
