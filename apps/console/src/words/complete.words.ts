import { words } from './words';

export const completeWords = words({
  'complete.title': ['报完成', 'Report it done'],
  'complete.note': [
    '做了什么、从何时起。不必写过程和认识。',
    'What was done and from when. No account of the process is needed.',
  ],
  'complete.do': ['报完成', 'Report it done'],
  'complete.mended': ['已改', 'mended'],
  'complete.answer': ['答复 {{n}}', 'Answer {{n}}'],
  'complete.answers': ['答复', 'Answers'],
  'complete.since': ['自何时起', 'Since'],
  'complete.files': ['凭据', 'Proof'],
  'complete.files.of': ['{{n}} 份 · 措施 {{of}} 项', '{{n}} · for {{of}} measures'],
  'complete.preview': ['核查人将看到', 'What the verifier will see'],
  'complete.checks': ['系统会核对', 'The system will check'],
  'complete.check.fixed': ['每份凭据均已固定，且由您可用', 'that every file is fixed, and yours to use'],
  'complete.check.before': ['凭据不是整改前的材料', 'that no file shows how it was before'],
  'complete.check.onTime': ['是否按期：以记录时间为准', 'whether it is on time: by when it is recorded'],
  'complete.check.apart': [
    '核查人不是报告人，也不属于本单位及其上下级',
    'that nobody verifies who reports it, or who belongs to the unit, below it or right above it',
  ],
});
