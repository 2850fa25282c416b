import { randomUUID } from 'node:crypto';
import { CAST_ORGANISATIONS, CAST_TERRITORIES } from '#platform/identity';
import { documentOf } from '../../apps/cli/demo/document.js';

const { unit2 } = CAST_ORGANISATIONS;
const { county1 } = CAST_TERRITORIES;

const DOCUMENT = documentOf('recordObservation');

/** One more finding, as the body of a GraphQL request. Both sides are sent the same. */
export const observation = (n: number): string => {
  const input = {
    commandId: randomUUID(),
    occurredAt: new Date().toISOString(),
    ...{ kind: 'inspection', class: 'inadequateControl', severity: 'minor' },
    description: `第${String(n)}班次到站登记未作合计。`,
    place: `火车站出站口服务点${String(n)}`,
    territoryId: county1.id,
    subjectOrgId: unit2.id,
    // Files come by uploads of their own: here commands are measured.
    evidence: [],
  };
  return JSON.stringify({ query: DOCUMENT, variables: { input } });
};
