import { id, idOf, list, part, partOf, text, within, type StateReader, type Streams } from '#kernel';
import { describe, expect, it } from '@jest/globals';
import { leadingNowhere, referencesIn } from './references.js';

const the = (n: number) => idOf('book', `00000000-0000-4000-8000-00000000000${String(n)}`);
const books = new Map<string, readonly string[]>([[the(1), ['1', 'preface']]]);
const streams = new Map([
  [
    'book',
    {
      ...{ kind: 'book', events: { kind: 'book', facts: {} }, initial: undefined, evolve: {} },
      seenBy: (chapters: unknown) => (chapters ? ('everybody' as const) : undefined),
      namesOf: (chapters: unknown) => (chapters ?? []) as readonly string[],
    },
  ],
]) as Streams;
const state = (_: unknown, stream: string) => Promise.resolve(books.get(stream));
const read = { state, behind: state } as unknown as StateReader;

const quote = partOf('Quote', {
  bookId: id('book', 'Which book.', '书。'),
  chapter: within('bookId', text(40, 'Which chapter.', '章。')),
});
const shape = { quotes: list(part(quote, 'What is quoted.', '引文。'), 10) };
const nowhere = (...quotes: readonly object[]) => leadingNowhere(referencesIn(shape, { quotes }), streams, read);

describe('D10: what a command cites', () => {
  it('is there, and so is the part of it that is named', async () => {
    expect(await nowhere({ bookId: the(1), chapter: 'preface' }, { bookId: the(1), chapter: '1' })).toBeUndefined();
  });

  it('is refused where the thing or the part is not there', async () => {
    expect(await nowhere({ bookId: the(1), chapter: '1' }, { bookId: the(2), chapter: '1' })).toEqual([
      'quotes',
      '1',
      'bookId',
    ]);
    expect(await nowhere({ bookId: the(1), chapter: '2' })).toEqual(['quotes', '0', 'chapter']);
  });
});
