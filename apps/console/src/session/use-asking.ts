import { useState } from 'react';
import type { Answer } from '../api/door';
import type { Failure } from '../api/failure';

/** Asks the door one thing at a time, and keeps its no until it is asked again. */
export const useAsking = (onDone: () => void) => {
  const [failure, setFailure] = useState<Failure>();
  const [isAsking, setAsking] = useState(false);
  const ask = async (asked: Promise<Answer<unknown>>): Promise<void> => {
    setAsking(true);
    setFailure(undefined);
    const answer = await asked;
    setAsking(false);
    if ('failure' in answer) setFailure(answer.failure);
    else onDone();
  };
  return { failure, isAsking, ask: (asked: Promise<Answer<unknown>>) => void ask(asked) };
};
