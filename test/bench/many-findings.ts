import { named } from '#kernel';
import { CAST_ORGANISATIONS, CAST_TERRITORIES } from '#platform/identity';
import { PEOPLE } from '../../apps/cli/demo/cast.js';
import { photo } from '../../apps/cli/demo/evidence.js';
import type { Step } from '../../apps/cli/demo/step.js';
import { course } from '../../apps/cli/demo/story/course.js';
import { inOrder } from '../../apps/cli/demo/story/index.js';
import { at } from '../../apps/cli/demo/when.js';

const { supervision, unit2 } = CAST_ORGANISATIONS;

/** Soon after the log begins: the clock has that moment when files are uploaded, and one that nothing takes for 30 days is discarded. */
const aFinding = (n: number): readonly Step[] =>
  course(`finding ${String(n)}`, [
    [
      PEOPLE.inspector,
      'recordObservation',
      at('01-06', '20:30'),
      {
        ...{ kind: 'inspection', class: 'inadequateControl', severity: 'minor' },
        description: `第${String(n)}班次到站登记未作合计。`,
        place: `火车站出站口服务点${String(n)}`,
        territoryId: CAST_TERRITORIES.county1.id,
        subjectOrgId: unit2.id,
        evidence: [photo(named(`第${String(n)}份未合计登记表照片`))],
      },
    ],
    [PEOPLE.lead, 'confirmFinding', at('01-07', '09:00'), {}],
    [
      PEOPLE.supervision,
      'orderRectification',
      at('01-07', '11:00'),
      {
        unitId: unit2.id,
        dueAt: at('01-21', '24:00'),
        standard: '每班登记均须合计',
        acceptorOrgId: supervision.id,
      },
    ],
  ]);

/** Findings that are recorded, confirmed and ordered to be mended, as many as are asked for; views know of all of them afterwards. */
export const manyFindings = (count: number): readonly Step[] => {
  const findings = inOrder(Array.from({ length: count }, (_, n) => aFinding(n)).flat());
  const last = findings.at(-1);
  return findings.map((step) => (step === last ? { ...step, settle: true } : step));
};
