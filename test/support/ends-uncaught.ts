import { createLog } from '#platform/telemetry';
import { endOnUncaught } from '../../apps/api/end-on-uncaught.js';

// A process in which nobody catches what is thrown, in the way that is asked for.
endOnUncaught(createLog('info'));
const planted = () => Object.assign(new TypeError('it failed: Invented Person'), { detail: 'hunter2' });
const [, , way] = process.argv;
setImmediate(() => {
  if (way === 'thrown') throw planted();
  void Promise.reject(way === 'rejected' ? planted() : ('hunter2' as never));
});
setInterval(() => undefined, 60_000);
