import { verifyLog, type Flaw, type LogRules, type LogSource } from '#platform/log-tools';
import { openSource, ownLog, unanswered } from './open-log.js';
import { EXIT, Failed } from './failed.js';
import { showSteps } from './show-steps.js';

/** Checks the whole log at an address, by default the server's own; a row that says what it holds. */
export const logVerify = async (address: string | undefined) => {
  const { log, rules, close } = await openSource(address ?? ownLog());
  try {
    const checked = await checkedLog(log, rules, 'the log is not whole 日志不完整');
    const test = await log.testClock();
    const { warnings, ...row } = checked;
    for (const warning of warnings) console.error(warning);
    return { log: await log.identity(), ...row, warnings: warnings.length, ...(test && { testClockFrom: test.from }) };
  } catch (error) {
    throw unanswered(error);
  } finally {
    await close();
  }
};

/** What a whole log holds. Throws Failed, which begins with the complaint, and has a line for each thing that is not as it should be. */
export const checkedLog = async (log: LogSource, rules: LogRules, complaint: string) => {
  const shown = showSteps({ verify: 'verify 验证' });
  const answer = await verifyLog(log, rules, shown.step('verify')).finally(shown.end);
  if (!('reason' in answer)) return answer;
  const lines = [answer, ...(answer.others ?? [])].map(lineOf);
  throw new Failed(`${complaint}: position 位置 ${lines.join('\nposition 位置 ')}`, EXIT.proofFailed);
};

const lineOf = ({ position, reason }: Flaw): string => `${String(position)}: ${reason}`;
