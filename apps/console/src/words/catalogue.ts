import { accessWords } from './access.words';
import { actWords } from './act.words';
import { cascadeWords } from './cascade.words';
import { deputyWords } from './deputy.words';
import { directiveWords } from './directives.words';
import { compareWords } from './compare.words';
import { completeWords } from './complete.words';
import { directoryWords } from './directory.words';
import { dutyActWords } from './duty-acts.words';
import { dutyWords } from './duties.words';
import { fieldWords } from './field.words';
import { findingCaseWords } from './finding.words';
import { findingWords } from './findings.words';
import { formWords } from './form.words';
import { frameWords } from './frame.words';
import { historyWords } from './history.words';
import { importWords } from './imports.words';
import { inboxWords } from './inbox.words';
import { lateWords } from './late.words';
import { matrixWords } from './matrix.words';
import { meWords } from './me.words';
import { meetingWords } from './meetings.words';
import { orderActWords } from './order-acts.words';
import { overviewWords } from './overview.words';
import { signInWords } from './sign-in.words';
import { systemWords } from './system.words';
import { statusWords } from './status.words';

/** Every text of the console; each screen has a part of its own. */
export const CATALOGUE = {
  ...frameWords,
  ...signInWords,
  ...cascadeWords,
  ...directiveWords,
  ...directoryWords,
  ...dutyWords,
  ...findingWords,
  ...findingCaseWords,
  ...matrixWords,
  ...historyWords,
  ...fieldWords,
  ...overviewWords,
  ...statusWords,
  ...formWords,
  ...importWords,
  ...inboxWords,
  ...lateWords,
  ...compareWords,
  ...completeWords,
  ...actWords,
  ...accessWords,
  ...meWords,
  ...meetingWords,
  ...orderActWords,
  ...systemWords,
  ...dutyActWords,
  ...deputyWords,
};

export type Catalogue = typeof CATALOGUE;
export type Key = keyof Catalogue;
