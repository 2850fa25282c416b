import { copyLog } from '#platform/log-tools';
import { openSource, openTarget, unanswered } from './open-log.js';
import { EXIT, Failed } from './failed.js';
import { showSteps } from './show-steps.js';

const STEPS = { compare: 'compare 比对', copy: 'copy 复制', verify: 'verify 验证' } as const;

/** Copies a log from one address to another; a row that says what both hold now. */
export const logCopy = (from: string, to: string) =>
  copied(from, to).catch((error: unknown) => {
    throw unanswered(error);
  });

const copied = async (from: string, to: string) => {
  const source = await openSource(from);
  try {
    const target = await openTarget(to);
    const shown = showSteps(STEPS);
    try {
      const answer = await copyLog({ from: source.log, to: target.log, rules: source.rules, progressed: shown.step });
      shown.end();
      if (answer.outcome !== 'copied') throw refusal(answer);
      const { events, added, entriesSha256, copySha256, timeSteps } = answer;
      return { events, added, sourceSha256: entriesSha256, copySha256, timeSteps };
    } finally {
      shown.end();
      await target.close();
    }
  } finally {
    await source.close();
  }
};

const WHY = {
  'source is not whole': 'the source is not a whole log 源日志不完整',
  'target differs': 'the target holds something else 目标日志与源日志不一致',
} as const;

const refusal = ({ outcome, position, reason }: { outcome: keyof typeof WHY; position: bigint; reason: string }) =>
  new Failed(`${WHY[outcome]}: position 位置 ${String(position)}: ${reason}`, EXIT.proofFailed);
