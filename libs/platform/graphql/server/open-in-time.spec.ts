import { Unavailable } from '#platform/event-store';
import { expect, it } from '@jest/globals';
import { buildSchema, parse } from 'graphql';
import { until } from '../../../../test/support/soon.js';
import { openInTime } from './open-in-time.js';

const schema = buildSchema('type Query { now: String } type Subscription { ticks: String }');
const document = parse('subscription { ticks }');

/** A source of news that is there once it is let go, and whether it was ended. */
const source = () => {
  let open: () => void = () => undefined;
  const opening = new Promise<void>((resolve) => (open = resolve));
  const ended: string[] = [];
  const news = {
    next: () => Promise.resolve({ value: { ticks: 'tick' }, done: false }),
    return: () => {
      ended.push('ended');
      return Promise.resolve({ value: undefined, done: true });
    },
    [Symbol.asyncIterator]() {
      return news;
    },
  };
  const ticks = () => opening.then(() => news);
  return { open, ended, args: { schema, document, rootValue: { ticks } } };
};

it('hands on what was opened', async () => {
  const { open, ended, args } = source();
  open();
  const opened = await openInTime(args, 1_000);
  expect(opened).toHaveProperty('next');
  expect(ended).toEqual([]);
});

it('says in time that nothing could be opened, and ends what opens later', async () => {
  const { open, ended, args } = source();
  const opened = await openInTime(args, 10);
  expect(opened).toMatchObject({ errors: [{ originalError: expect.any(Unavailable) }] });
  expect(ended).toEqual([]);
  open();
  await until(() => ended.length > 0);
});
