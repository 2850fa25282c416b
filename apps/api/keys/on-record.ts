import { erasedAmong, type KeptKeys } from '#platform/personal-data';
import type { Erasures } from './erasures.js';

/**
 * The same keys, of which none is destroyed before that is on record beside the log: whatever copy of them is restored, they are
 * destroyed in it again before anything is shown.
 */
export const onRecord = (keys: KeptKeys, { record }: Pick<Erasures, 'record'>): KeptKeys => ({
  id: keys.id,
  keyFor: (stream) => keys.keyFor(stream),
  find: (id) => keys.find(id),
  secret: (purpose) => keys.secret(purpose),
  check: () => {
    keys.check();
  },
  everyKey: () => keys.everyKey(),
  keptOf: (streams) => keys.keptOf(streams),
  takeOver: (taken) => keys.takeOver(taken),
  close: () => keys.close(),
  erase: async (stream, at) => {
    const before = await keys.keptOf([stream]);
    await record(before.map(({ id }) => ({ id, stream, at })));
    await keys.erase(stream, at);
    // One that was made meanwhile is gone, too.
    await record(erasedAmong(await keys.keptOf([stream])));
  },
});
