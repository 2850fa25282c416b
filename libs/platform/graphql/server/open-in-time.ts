import { GraphQLError, subscribe, type ExecutionArgs, type ExecutionResult } from 'graphql';
import { lateQuery, MOST_MS } from '../requests/deadline.js';

type Opened = Awaited<ReturnType<typeof subscribe>>;

const isOpen = (opened: Opened): opened is Exclude<Opened, ExecutionResult> => Symbol.asyncIterator in opened;

/** Ends what nobody waits for any more. */
const letGo = async (opening: Promise<Opened>): Promise<void> => {
  const opened = await opening.catch(() => undefined);
  if (opened && isOpen(opened)) await opened.return();
};

/** Opens a subscription, or says in time that it cannot be opened now; one that opens later is ended again. */
export const openInTime = async (args: ExecutionArgs, mostMs = MOST_MS): Promise<Opened> => {
  const opening = Promise.resolve(subscribe(args));
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, mostMs, undefined);
  });
  const first = await Promise.race([opening, late]).finally(() => {
    clearTimeout(timer);
  });
  if (first) return first;
  void letGo(opening);
  const originalError = lateQuery();
  return { errors: [new GraphQLError(originalError.message, { originalError })] };
};
