/** Begins each piece of work when the one before it has ended, however that went. */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

/** Lets one piece of work run at a time, in the order of asking: for callers that share a connection, or shall not take more than one. */
export const inTurn = (): InTurn => {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
};
