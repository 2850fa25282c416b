import { type Id, type KnownReader } from '#kernel';
import { readOrganisations } from '../content/organisations.facts.js';
import type { Organisations } from '../content/recipients.js';
import { isConfirmed } from '../importing/found-notice.js';
import { readCompletion, type Completion } from './completing.facts.js';
import { aroundContent, importOf, type Readiness } from './directive.facts.js';
import { othersWithNumber } from './directive.number.js';
import type { DirectiveState } from './directive.standing.js';
import { readAftermath, readSuperiors, type Aftermath, type Superiors } from './ending.facts.js';
import { readRuling, type Ruling } from './ruling.facts.js';

/** What those who want to do something of a directive need to know of others before they say anything. */
export interface DirectiveKnown {
  readonly SubmitForSignOff: Readiness;
  /** Its issuer, which may be gone, and the other directives that have its number. */
  readonly IssueDirective: { readonly organisations: Organisations; readonly sameNumber: readonly Id[] };
  readonly AmendDirective: { readonly organisations: Organisations };
  readonly ExemptClause: Ruling;
  readonly RefuseExemption: Ruling;
  readonly GrantLaterDue: Ruling;
  readonly RefuseLaterDue: Ruling;
  readonly CompleteDirective: Completion;
  readonly WithdrawDirective: Aftermath;
  readonly RevokeDirective: Superiors;
  readonly SupersedeDirective: Superiors;
}

type Readers = { readonly [T in keyof DirectiveKnown]: KnownReader<DirectiveState, DirectiveKnown[T]> };

const issuersOf = (state: DirectiveState) => (state.is === 'new' ? [] : [state.issuer.orgId]);

const ruling: KnownReader<DirectiveState, Ruling> = async (read, own) => readRuling(read, await own.state());

const superiors: KnownReader<DirectiveState, Superiors> = async (read, own) => readSuperiors(read, await own.state());

export const directiveKnown: Readers = {
  SubmitForSignOff: async (read, own) => {
    const state = await own.state();
    const [around, confirmed] = await Promise.all([
      aroundContent(read, state.is === 'new' ? { bases: [], links: [] } : state.content),
      isConfirmed(read, importOf(state)),
    ]);
    return { ...around, isConfirmed: confirmed };
  },
  IssueDirective: async (read, own, on) => {
    const state = await own.state();
    const [organisations, sameNumber] = await Promise.all([
      readOrganisations(read, issuersOf(state)),
      othersWithNumber(read, state, own.stream, on),
    ]);
    return { organisations, sameNumber };
  },
  AmendDirective: async (read, own) => ({
    organisations: await readOrganisations(read, issuersOf(await own.state())),
  }),
  ExemptClause: ruling,
  RefuseExemption: ruling,
  GrantLaterDue: ruling,
  RefuseLaterDue: ruling,
  CompleteDirective: async (read, own) => readCompletion(read, own.stream, await own.state()),
  WithdrawDirective: async (read, own) => readAftermath(read, await own.state()),
  RevokeDirective: superiors,
  SupersedeDirective: superiors,
};
