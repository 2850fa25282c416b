/** Steps that go one after the other. */
export type Chain = readonly (() => Promise<void>)[];

/** Runs chains side by side, at most `atOnce` at a time. Settles when all have; throws the first failure then. */
export const inOrder = async (chains: readonly Chain[], atOnce: number): Promise<void> => {
  const waiting = chains.values();
  const failures: unknown[] = [];
  const worker = async () => {
    for (const chain of waiting) {
      try {
        for (const step of chain) await step();
      } catch (error) {
        failures.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, chains.length) }, worker));
  if (failures.length > 0) throw failures[0];
};
