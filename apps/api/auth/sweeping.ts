import { sweep } from '#platform/sign-in';
import { LOG, type Log } from '#platform/telemetry';
import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { DOOR, type Door } from './door.js';

/** How long what has ended may lie about. Every process sweeps; what one of them is removing, the others leave alone. */
export const SWEEP_EVERY_MS = 10 * 60_000;

/** Removes sessions and tokens that have ended, now and then, for as long as the application runs. */
@Injectable()
export class Sweeping implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    @Inject(DOOR) private readonly door: Pick<Door, 'swept' | 'now'>,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      // One after the other, however long they take.
      this.running = this.running.then(() => this.once());
    }, SWEEP_EVERY_MS).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  private async once(): Promise<void> {
    try {
      const removed = await sweep(this.door.swept, this.door.now());
      if (removed > 0) this.log.debug({ removed }, 'sessions and tokens that had ended were removed');
    } catch (error) {
      this.log.warn({ error }, 'sessions and tokens that have ended could not be removed; the next time they are');
    }
  }
}
