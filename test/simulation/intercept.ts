/** Carries out one operation of a port, or does something else instead. */
export type Carry = <T>(operation: string, work: () => Promise<T>) => Promise<T>;

type Method = (...args: readonly unknown[]) => Promise<unknown>;

/**
 * The same port, with every operation going through `carry`; so do the operations of the leases that it gives out. A lease is let
 * go of without asking, as a connection is closed; `instead` replaces operations altogether.
 */
export const intercept = <T extends object>(port: T, carry: Carry, instead: Partial<T> = {}): T =>
  new Proxy(port, {
    get: (target, name) => {
      if (name in instead) return Reflect.get(instead, name) as unknown;
      const member = Reflect.get(target, name) as unknown;
      if (typeof member !== 'function' || typeof name !== 'string') return member;
      const method = member.bind(target) as Method;
      if (name === 'release') return method;
      if (/lease$/i.test(name)) return () => leased(name, method, carry);
      return (...args: readonly unknown[]) => carry(name, () => method(...args));
    },
  });

/** A lease whose answer is lost is let go of with the connection on which it was taken. */
const leased = async (name: string, take: Method, carry: Carry): Promise<unknown> => {
  let taken: { release?: () => unknown } | undefined;
  try {
    const lease = await carry(name, async () => (taken = (await take()) as typeof taken));
    return lease && intercept(lease, carry);
  } catch (error) {
    await taken?.release?.();
    throw error;
  }
};
