import { verifyLog } from '#platform/event-store';
import { openSource, ownLog } from './open-log.js';
import { EXIT, Failed } from './output.js';
import { showSteps } from './show-steps.js';

/** Checks the whole log at an address, by default the server's own; a row that says what it holds. */
export const logVerify = async (address: string | undefined) => {
  const { log, rules, close } = await openSource(address ?? ownLog());
  const shown = showSteps({ verify: 'verify 验证' });
  try {
    const answer = await verifyLog(log, rules, shown.step('verify'));
    shown.end();
    if ('reason' in answer) {
      throw new Failed(
        `the log is not whole 日志不完整: position 位置 ${String(answer.position)}: ${answer.reason}`,
        EXIT.proofFailed,
      );
    }
    const { events, entriesSha256, timeSteps } = answer;
    return { log: await log.identity(), events, entriesSha256, timeSteps };
  } finally {
    shown.end();
    await close();
  }
};
