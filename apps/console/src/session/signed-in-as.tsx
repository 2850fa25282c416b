import { useMemo, type ReactNode } from 'react';
import { door } from '../api/door';
import { useRead } from '../api/use-read';
import { Failed, Skeleton } from '../ui/states';
import { ME, SessionContext } from './session';

interface Props {
  readonly changePost: (() => void) | undefined;
  readonly onLeft: () => void;
  readonly children: ReactNode;
}

/** Reads who is signed in, for everything below. */
export const SignedInAs = ({ changePost, onLeft, children }: Props) => {
  const read = useRead(ME, {});
  const me = read.at === 'read' ? read.data.me : undefined;
  const session = useMemo(
    () => me && { me, changePost, leave: () => void door.signOut().then(onLeft) },
    // The two others only call what never changes.
    [me],
  );
  if (read.at === 'failed') return <Failed failure={read.failure} onAgain={read.again} />;
  if (!session) return <Skeleton />;
  return <SessionContext value={session}>{children}</SessionContext>;
};
