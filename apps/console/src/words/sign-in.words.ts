import { words } from './words';

export const signInWords = words({
  'signIn.title': ['登录', 'Sign in'],
  'signIn.name': ['登录名', 'Name'],
  'signIn.password': ['密码', 'Password'],
  'signIn.do': ['登录', 'Sign in'],
  'signIn.clock': [
    '本机时间与服务器相差 {{n}} 分钟，填报的发生时间会受影响。',
    'This machine’s clock and the server’s are {{n}} minutes apart; times that you enter will be off.',
  ],
  'signIn.ended.title': ['会话已结束', 'Your session has ended'],
  'signIn.ended.why': ['重新登录后继续，已填写的内容仍在。', 'Sign in again to go on; what you wrote is still here.'],
  'password.title': ['先修改密码', 'Choose another password'],
  'password.why': ['一次性密码只用于首次登录。', 'A one-time password is for the first sign-in only.'],
  'password.current': ['现密码', 'Present password'],
  'password.next': ['新密码', 'New password'],
  'password.again': ['再输入一次', 'The same again'],
  'password.differ': ['两次输入不一致。', 'The two are not the same.'],
  'password.do': ['修改密码', 'Change the password'],
  'post.title': ['以哪个岗位办理', 'In which post do you act'],
  'post.why': ['岗位记入您办理的每一事件。', 'The post is recorded with everything that you do.'],
  'post.change': ['换岗位', 'Another post'],
});
