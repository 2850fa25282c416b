import { CAST_ORGANISATIONS, CAST_TERRITORIES } from '#platform/identity';
import type { Example } from '#platform/graphql';

const written = (variables: object) => JSON.stringify(variables, undefined, 2);

/** What the playground starts with: log a finding, read a history, see what nobody holds. */
export const EXAMPLES: readonly Example[] = [
  {
    query: `# Log a finding 记录问题。 Sign in above first, as an.xun 请先在上方登录
# Evidence is uploaded first (README), and named here by its ids 证据材料须先上传，在此填写编号
mutation LogFinding($input: RecordObservationInput!) {
  recordObservation(input: $input) {
    ... on Recorded { id position events { type } }
    ... on Refused { code message path }
  }
}`,
    variables: written({
      input: {
        commandId: '0190f3a0-0000-7000-8000-000000000001',
        kind: 'inspection',
        class: 'responsibilityNotEnforced',
        severity: 'serious',
        description: 'Nobody stood at the north exit. 北出口无人值守。',
        place: 'North exit 北出口',
        territoryId: CAST_TERRITORIES.county1.id,
        subjectOrgId: CAST_ORGANISATIONS.unit1.id,
        evidence: [],
      },
    }),
  },
  {
    query: `# Everything recorded about one thing, oldest first 某一事项的全部记录
query Timeline($id: ID!) {
  timeline(id: $id) {
    edges { node { position name title occurredAt recordedAt actor { person { label } organisation { label } } data } }
    pageInfo { hasNextPage endCursor }
  }
}`,
    variables: written({ id: 'Paste the id of an answer here 粘贴编号' }),
  },
  {
    query: `# Duties that nobody holds, and steps that lie between two bodies 责任悬空
query Gaps {
  gaps(first: 20) {
    edges { node { kind party matter step provisionalHolder { label } between { organisation { label } } } }
    pageInfo { hasNextPage endCursor }
  }
}`,
  },
];
