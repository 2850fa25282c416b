import { KurrentEventStore } from '../../../libs/platform/eventstoredb/index.js';
import { anAppend } from '../an-append.js';
import { PeerCluster } from '../kurrent-peer/peer-cluster.js';

/** How long connecting and asking takes without any fault, at its slowest: the machine has other things to do, too. */
export class Control {
  slowestMs = 0;
  #on = true;

  async run(): Promise<void> {
    const cluster = await PeerCluster.start();
    while (this.#on) {
      const begun = performance.now();
      const store = new KurrentEventStore(cluster.url);
      await store.append(anAppend());
      await store.readAll({ after: 'start', limit: 10 });
      await store.close();
      this.slowestMs = Math.max(this.slowestMs, Math.round(performance.now() - begun));
    }
    await cluster.stop();
  }

  end(): void {
    this.#on = false;
  }
}
