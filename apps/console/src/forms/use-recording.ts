import { useState } from 'react';
import { useClient } from 'urql';
import { failureOf, wayIn, type Failure } from '../api/failure';
import { newId } from '../lib/new-id';
import { wrote } from '../lib/written';
import { documentOf } from './document-of';
import type { Recorded, Said } from './said';

type Answer = { readonly recorded: Recorded } | { readonly failure: Failure | undefined };

const answerOf = (said: Said): Answer => {
  if (said.__typename === 'Recorded') return { recorded: said };
  const path = wayIn(said.path);
  return { failure: { code: said.code, message: said.message, ...(path !== undefined && { path }) } };
};

/**
 * Has a command recorded. Its id is made once for each form: sent again, because no answer came or because the session had ended, it is
 * recorded once.
 */
export const useRecording = (mutation: Mutation, onRecorded: (recorded: Recorded) => void) => {
  const client = useClient();
  const [commandId] = useState(newId);
  const [isSending, setSending] = useState(false);
  const [failure, setFailure] = useState<Failure>();

  const ask = async (input: object): Promise<Answer> => {
    const { data, error } = await client.mutation(documentOf(mutation), { input: { ...input, commandId } }).toPromise();
    if (data) return answerOf(data.outcome);
    const failed = error && failureOf(error);
    // Whoever is not signed in any more is asked to sign in above the page.
    return { failure: failed?.code === 'UNAUTHENTICATED' ? undefined : failed };
  };

  const send = async (input: object): Promise<void> => {
    setSending(true);
    setFailure(undefined);
    const answer = await ask(input);
    setSending(false);
    if ('failure' in answer) {
      setFailure(answer.failure);
      return;
    }
    wrote(answer.recorded.position);
    onRecorded(answer.recorded);
  };
  return { isSending, failure, send };
};
