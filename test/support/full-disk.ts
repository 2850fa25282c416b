import { devNull } from 'node:os';
import { open, type FileHandle } from 'node:fs/promises';
import { jest } from '@jest/globals';

/** What the system says of writing to a file that is open already: it names no path. */
const noRoom = () =>
  Promise.reject(
    Object.assign(new Error('ENOSPC: no space left on device, write'), {
      code: 'ENOSPC',
      errno: -28,
      syscall: 'write',
    }),
  );

/** From now on no open file of this process takes anything in, as on a disk without room; answers what ends this. */
export const fillDisks = async (): Promise<() => void> => {
  const one = await open(devNull);
  const every = Object.getPrototypeOf(one) as FileHandle;
  await one.close();
  const spies = (['write', 'writeFile', 'appendFile'] as const).map((name) =>
    jest.spyOn(every, name).mockImplementation(noRoom),
  );
  return () => {
    for (const spy of spies) spy.mockRestore();
  };
};
