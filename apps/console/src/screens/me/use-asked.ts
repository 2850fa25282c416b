import { useState } from 'react';
import { useClient, type AnyVariables, type TypedDocumentNode } from 'urql';
import { failureOf, wayIn, type Failure } from '../../api/failure';

interface No {
  readonly __typename: 'Refused';
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[];
}
interface Yes {
  readonly __typename: 'SessionsEnded' | 'TokenEnded' | 'TokenMade';
}

const failureIn = ({ code, message, path }: No): Failure => {
  const way = wayIn(path);
  return { code, message, ...(way !== undefined && { path: way }) };
};

/** Asks for something that is no event, one thing at a time: what is one's own at the door. Keeps its no until it is asked again. */
export const useAsked = <Said extends No | Yes, Variables extends AnyVariables>(
  mutation: TypedDocumentNode<{ answer: Said }, Variables>,
  onDone: (said: Exclude<Said, No>) => void,
) => {
  const client = useClient();
  const [failure, setFailure] = useState<Failure>();
  const [isAsking, setAsking] = useState(false);
  const send = async (variables: Variables): Promise<void> => {
    setAsking(true);
    setFailure(undefined);
    const { data, error } = await client.mutation(mutation, variables).toPromise();
    setAsking(false);
    if (!data) setFailure(error && failureOf(error));
    else if (data.answer.__typename === 'Refused') setFailure(failureIn(data.answer));
    else onDone(data.answer as Exclude<Said, No>);
  };
  return { failure, isAsking, ask: (variables: Variables) => void send(variables) };
};
