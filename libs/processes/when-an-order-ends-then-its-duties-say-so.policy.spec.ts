import { directive, type DirectiveEvent } from '#contexts/directives';
import { dutyPoint, type DutyPointEvent } from '#contexts/duties';
import { idOf, kindOf, namedBy, type AnyProcess, type Foldable, type Happening, type Id, type Message } from '#kernel';
import { aHappening, aLog, rowsAfter } from '#kernel/testing';
import { describe, expect, it } from '@jest/globals';
import { whenAnOrderEndsThenItsDutiesSaySo as process } from './when-an-order-ends-then-its-duties-say-so.policy.js';

const the = <K extends string>(kind: K, n = 1): Id<K> =>
  idOf(kind, `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`);
const [order, successor] = [the('directive', 1), the('directive', 2)];
const [exit, entrance] = [the('dutyPoint', 1), the('dutyPoint', 2)];

const at = aHappening(exit);

type Said = (DirectiveEvent | DutyPointEvent) & { readonly at: Pick<Happening, 'stream'> };

const defined = (stream: Id<'dutyPoint'>, directiveId?: Id<'directive'>): Said => ({
  type: 'DutyPointDefined',
  data: {
    ...{ matter: '场所码', step: '出口', place: '车站', territoryId: the('territory'), territoryPath: '' },
    ...{ requiredParties: ['unit'], standard: '逐人核验' },
    ...(directiveId && { clause: { directiveId, clauseNumber: '1' } }),
  },
  at: { stream },
});
const revoked: Said = { type: 'DirectiveRevoked', data: { reason: '有误' }, at: { stream: order } };
const superseded: Said = {
  type: 'DirectiveSuperseded',
  data: { reason: '更新', successorId: successor },
  at: { stream: order },
};

/** What the last of these events asks for, after all of them. */
const given = (...events: readonly Said[]) => {
  const rows = rowsAfter(process.memory, order, ...events);
  const [last] = events.slice(-1);
  if (!last) throw new Error('nothing happened');
  const { at, ...event } = last;
  const happening = { ...aHappening(at.stream, events.length - 1), ...at };
  const react = (process as AnyProcess).react[kindOf(at.stream)]?.[event.type];
  const asks = namedBy(process.memory, event, happening).flatMap(
    (key) => react?.(rows.get(key), event.data, happening, key) ?? [],
  );
  return asks.map(({ stream, command }) => [stream, command] as readonly [Id, Message]);
};

const mark = (stream: Id, data: object) => [stream, { type: 'MarkBasisEnded', data: { directiveId: order, ...data } }];

describe('F7: an order that ends', () => {
  it('has ended by its own record, which the duty looks up', async () => {
    const { facts } = dutyPoint;
    const known = (...events: Message[]) => {
      const read = aLog({ [order]: events }, new Map([['directive', directive as Foldable<unknown>]]));
      const own = { stream: exit, state: () => read.state(dutyPoint, exit) };
      return facts.MarkBasisEnded(read, { directiveId: order, because: 'revoked' }, own, at);
    };
    const issuer = { orgId: the('organisation'), territoryId: the('territory'), territoryPath: '' };
    const to = { ...issuer, orgId: the('organisation', 2), receiptId: the('receipt') };
    const issued = [
      { type: 'DirectiveDrafted', data: { issuer, deploys: false, clauses: [] } },
      { type: 'DirectiveIssued', data: { recipients: [to], textVersion: 1, issuedAt: at.occurredAt } },
    ];
    expect(await known()).toBeUndefined();
    expect(await known(...issued)).toBeUndefined();
    expect(await known(...issued, revoked)).toEqual({ because: 'revoked' });
    expect(await known(...issued, superseded)).toEqual({ because: 'superseded', successorId: successor });
    expect(await known(...issued, { type: 'DirectiveCompleted', data: {} })).toBeUndefined();
  });

  it('is told to each duty that rests on it, and to no other', () => {
    expect(given(defined(exit, order), defined(entrance), defined(the('dutyPoint', 3), successor), revoked)).toEqual([
      mark(exit, { because: 'revoked' }),
    ]);
    expect(given(defined(exit, order), defined(entrance, order), superseded)).toEqual([
      mark(exit, { because: 'superseded', successorId: successor }),
      mark(entrance, { because: 'superseded', successorId: successor }),
    ]);
  });

  it('is told to a duty that is defined by it, or pointed to it, afterwards', () => {
    expect(given(revoked, defined(exit, order))).toEqual([mark(exit, { because: 'revoked' })]);
    const repointed: Said = {
      type: 'DutyRepointed',
      data: { clause: { directiveId: order, clauseNumber: '1' }, reason: '改依' },
      at: { stream: entrance },
    };
    expect(given(revoked, defined(entrance), repointed)).toEqual([mark(entrance, { because: 'revoked' })]);
    expect(given(defined(exit, order))).toEqual([]);
  });
});
