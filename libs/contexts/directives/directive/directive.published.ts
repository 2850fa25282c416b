import type { Published } from '../content/content.rules.js';
import { isTakenBack, wasSent, type DirectiveState } from './directive.standing.js';

/** What others may build on: an issued directive, or an imported one; nobody builds on a draft, or on what was taken back. */
export const published = (state: DirectiveState): Published | undefined => {
  if (isTakenBack(state)) return undefined;
  if (wasSent(state)) {
    const { content, recipients, amendments, issuer } = state;
    const amendedAt = amendments.at(-1)?.amendedAt;
    return {
      clauses: content.clauses,
      issuerId: issuer.orgId,
      recipients: recipients.map(({ orgId }) => orgId),
      ...(amendedAt && { amendedAt }),
    };
  }
  return state.is !== 'new' && state.imported
    ? { clauses: state.content.clauses, issuerId: state.issuer.orgId }
    : undefined;
};
