import type { Id, LaidClaim } from '#kernel';
import { aLog, by, rowsAfter, specification, withClaims } from '#kernel/testing';
import { describe, expect, it } from '@jest/globals';
import { aClerk, CITY_Y, HQ_Y, the } from '../directives.examples.js';
import { directive } from './directive.decider.js';
import type { DirectiveEvent } from './directive.events.js';
import { directiveKnown } from './directive.known.js';
import { aDirective, anIssue, aRequest, knowing } from './directive.examples.js';
import { directiveCard } from './views/directive-card.view.js';

const other = the('directive', 40);
const NUMBER = 'Q政发〔2022〕3号';
const given = specification(directive, aClerk, knowing());
const issue = {
  type: 'IssueDirective',
  data: { recipients: [{ orgId: CITY_Y.orgId, receiptId: CITY_Y.receiptId }] },
} as const;
const numbered = (number = NUMBER, more: object = {}) => aDirective({ number, ...more });

/** What is found around the issue of a directive, in a log in which another has laid each claim that is looked up. */
const found = async (
  events: readonly DirectiveEvent[],
  occurredAt = aClerk.occurredAt,
  more: Partial<LaidClaim> = {},
): Promise<readonly Id[]> => {
  const laid = { by: other, seenBy: { territory: '', orgs: [] }, occurredAt, underWay: false, ...more };
  const read = withClaims(aLog({ [other]: events.map((one) => by({}, one)) }), () => [laid]);
  const state = given(numbered(), aRequest()).state();
  const own = { stream: the('directive'), state: () => Promise.resolve(state) };
  return (await directiveKnown.IssueDirective(read, own, { ...aClerk, occurredAt })).sameNumber;
};
const issuedIn = (year: number): DirectiveEvent => {
  const { type, data } = anIssue(CITY_Y);
  return { type, data: { ...data, issuedAt: `${String(year)}-03-17T09:00:00.000Z` } };
};

describe('the number of a directive', () => {
  it('D: is of one directive of its issuer and year', () => {
    given(numbered(), aRequest())
      .when(issue, {}, knowing({ sameNumber: [other] }))
      .thenRefused('NUMBER_TAKEN');
    given(numbered(), aRequest()).when(issue).then(anIssue(CITY_Y));
    given(aDirective(), aRequest()).when(issue).then(anIssue(CITY_Y));
  });

  it('D: is taken by one that was issued in that year in China, however it is written', async () => {
    expect(await found([numbered(), aRequest(), issuedIn(2022)])).toEqual([other]);
    expect(await found([numbered(' q政发〔2022〕 ３号'), aRequest(), issuedIn(2022)])).toEqual([other]);
    expect(await found([numbered(), aRequest(), issuedIn(2021)])).toEqual([]);
    expect(await found([numbered(), aRequest(), issuedIn(2022)], '2022-12-31T16:00:00.000Z')).toEqual([]);
    expect(await found([numbered(), aRequest(), issuedIn(2022)], '2022-12-31T15:59:59.999Z')).toEqual([other]);
  });

  it('D: is not taken by a draft, nor by another number or another body; but by one that is being issued', async () => {
    expect(await found([numbered(), aRequest()])).toEqual([]);
    expect(await found([numbered('Q政发〔2022〕4号'), aRequest(), issuedIn(2022)])).toEqual([]);
    expect(await found([numbered(NUMBER, { issuer: HQ_Y }), aRequest(), issuedIn(2022)])).toEqual([]);
    expect(await found([numbered(), aRequest()], aClerk.occurredAt, { underWay: true })).toEqual([other]);
  });

  it('D: shows on the card, as it was last edited', () => {
    const { issuer: _, deploys: __, number: ___, ...content } = numbered().data;
    const card = (...events: DirectiveEvent[]) => rowsAfter(directiveCard, other, numbered(), ...events).get(other);
    expect(card()?.number).toBe(NUMBER);
    expect(card({ type: 'DraftEdited', data: content })?.number).toBeUndefined();
  });
});
