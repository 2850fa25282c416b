import { CAST_ORGANISATIONS, CAST_TERRITORIES, type KeyPair } from '#platform/identity';
import { PEOPLE } from '../../apps/cli/demo/cast.js';
import { evidence } from '../../apps/cli/demo/evidence.js';
import { HttpServer } from '../../apps/cli/demo/http-server.js';
import { load } from '../../apps/cli/demo/load.js';
import type { Step } from '../../apps/cli/demo/step.js';
import { course } from '../../apps/cli/demo/story/course.js';
import { founding } from '../../apps/cli/demo/story/founding.js';
import { signIn } from '../../apps/cli/demo/tokens.js';
import { at } from '../../apps/cli/demo/when.js';

const { supervision, unit2 } = CAST_ORGANISATIONS;

const aFinding = (n: number): readonly Step[] =>
  course(`finding ${String(n)}`, [
    [
      PEOPLE.inspector,
      'recordObservation',
      at('04-01', '20:30'),
      {
        ...{ kind: 'inspection', class: 'inadequateControl', severity: 'minor' },
        description: `Shift ${String(n)} left the list of arrivals without a closing figure. 该班次到站登记未作合计。`,
        place: `Exit desk ${String(n)} of the railway station 火车站出站口服务点`,
        territoryId: CAST_TERRITORIES.county1.id,
        subjectOrgId: unit2.id,
        evidence: [evidence(`Photograph of list ${String(n)} 未合计登记表照片`)],
      },
    ],
    [PEOPLE.lead, 'confirmFinding', at('04-02', '09:00'), {}],
    [
      PEOPLE.supervision,
      'orderRectification',
      at('04-02', '11:00'),
      {
        unitId: unit2.id,
        dueAt: at('04-16', '24:00'),
        standard: 'Every shift closes its list 每班登记均须合计',
        acceptorOrgId: supervision.id,
      },
    ],
  ]);

/** Founds the demo's places and bodies, then has findings recorded, confirmed and ordered to be mended, as many as are asked for. */
export const manyFindings = async (url: string, keys: KeyPair, count: number): Promise<void> => {
  const server = new HttpServer({ url, language: 'en', token: signIn(() => Promise.resolve(keys)) });
  const findings = Array.from({ length: count }, (_, n) => aFinding(n));
  const last = findings.at(-1)?.at(-1);
  const steps = [...founding, ...findings.flat()].map((step) => (step === last ? { ...step, settle: true } : step));
  const { failed } = await load(steps, server);
  if (failed[0]) throw new Error(`${failed[0].step.name}: ${failed[0].code} ${failed[0].message}`);
};
