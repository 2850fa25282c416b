// Loaded into a process under test: does to it from inside what it is told on standard input.
const { createInterface } = require('node:readline');
const { setTimeout } = require('node:timers');

const deeds = {
  /** Keeps the event loop for so long. */
  block: (ms) => {
    const until = Date.now() + Number(ms);
    while (Date.now() < until);
  },
  /** Lets a promise fail that nobody waits for. */
  reject: (why) => void Promise.reject(new Error(why)),
  /** Throws where nobody can catch it. */
  throw: (why) =>
    setTimeout(() => {
      throw new Error(why);
    }),
};

createInterface(process.stdin).on('line', (line) => {
  const [deed, detail] = line.split(' ');
  deeds[deed](detail);
  console.log(`did ${line}`);
});
