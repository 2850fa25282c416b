// A process of its own: a pooler by session in front of a database, whose place it prints as benchmarks look for places.
import { Pooler } from '../support/pooler/pooler.js';

const main = async ([target = '']: readonly string[]) => {
  const { url } = await Pooler.before(target, { by: 'session', settings: 'refused' });
  console.log(`http://127.0.0.1:${new URL(url).port}`);
};

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
