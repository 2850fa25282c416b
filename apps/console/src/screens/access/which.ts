import { countIn, oneOf, textIn, type Raw } from '../../lib/address';

/** Where a grant can stand: what waits comes first. */
export const GRANT_STATUSES = ['proposed', 'granted', 'refused', 'ended'] as const;
export type GrantStatus = (typeof GRANT_STATUSES)[number];

/** Every role that somebody can be granted, by whom they belong to. */
export const GRANTED_ROLES = [
  ...(['inspector', 'lead', 'supervision', 'supervisionHead', 'hq', 'commander'] as const),
  ...(['unit', 'unitHead', 'discipline', 'auditor', 'publicReader', 'admin'] as const),
] as const;
export type GrantedRole = (typeof GRANTED_ROLES)[number];

/** Whether an account can be used. */
export const STANDINGS = ['open', 'shut'] as const;
export type Standing = (typeof STANDINGS)[number];

/** What of the grants stands in the address. */
export interface GrantsSearch {
  readonly status?: GrantStatus | undefined;
  readonly role?: GrantedRole | undefined;
  /** Only of this person, or of this post. */
  readonly person?: string | undefined;
  readonly post?: string | undefined;
  /** The grant that is open: whose it is, and which of theirs. */
  readonly of?: string | undefined;
  readonly n?: string | undefined;
  readonly act?: 'grantRole' | undefined;
}

/** What of the accounts stands in the address. */
export interface AccountsSearch {
  readonly standing?: Standing | undefined;
  readonly person?: string | undefined;
  /** The account that is open, by whose it is. */
  readonly of?: string | undefined;
}

/** The same, of an address. */
export const grantsIn = (raw: Raw): GrantsSearch => ({
  status: oneOf(raw.status, GRANT_STATUSES),
  role: oneOf(raw.role, GRANTED_ROLES),
  person: textIn(raw.person),
  post: textIn(raw.post),
  of: textIn(raw.of),
  n: countIn(raw.n),
  act: oneOf(raw.act, ['grantRole']),
});

export const accountsIn = (raw: Raw): AccountsSearch => ({
  standing: oneOf(raw.standing, STANDINGS),
  person: textIn(raw.person),
  of: textIn(raw.of),
});
