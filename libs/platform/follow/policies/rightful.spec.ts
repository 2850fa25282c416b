import type { Ask, Rights } from '#kernel';
import { describe, expect, it } from '@jest/globals';
import { rightful } from './rightful.js';

const heard = 'box-00000000-0000-4000-8000-000000000001';
const other = 'box-00000000-0000-4000-8000-000000000002';
const ask = (stream: Ask['stream']): Ask => ({ decider: {} as never, stream, command: { type: 'WeighBox', data: {} } });
const weighing = (rights?: Rights) => ({ name: 'weighing', ...(rights && { rights }) });

describe('the right of a reaction', () => {
  it('to its own stream does not reach another one', () => {
    const own = weighing({ WeighBox: 'ownStream' });
    expect(() => rightful(own, heard, ask(heard))).not.toThrow();
    expect(() => rightful(own, heard, ask(other))).toThrow('writes elsewhere');
  });

  it('to another stream has a rule', () => {
    expect(() => rightful(weighing({ WeighBox: { rule: 'A7', because: '' } }), heard, ask(other))).not.toThrow();
  });

  it('is missed where none is declared', () => {
    expect(() => rightful(weighing({}), heard, ask(heard))).toThrow('by which right');
    expect(() => rightful(weighing({ MoveBox: 'ownStream' }), heard, ask(heard))).toThrow('by which right');
  });
});
