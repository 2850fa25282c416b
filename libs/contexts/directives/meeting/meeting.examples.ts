import type { Registered } from './meeting.commands.js';

export const aMeeting = (data: Partial<Registered> = {}): Registered => ({
  title: '第十二次专题会议',
  heldBy: '省委',
  kinds: ['special'],
  form: 'tvTelephone',
  heldOn: { year: null, month: 3, day: 12 },
  venues: [{ kind: 'main', name: '主会场' }],
  roles: [
    { role: 'chair', post: '省长' },
    { role: 'speaks', post: '省委书记' },
  ],
  undisclosedItems: true,
  ...data,
});
