import { CAST_ORGANISATIONS, CAST_TERRITORIES } from '#platform/identity';
import { PEOPLE } from '../cast.js';
import { photo } from '../evidence.js';
import { madeBy, told } from '../step.js';
import { at } from '../when.js';
import { course } from './course.js';
import { INFORMATION } from './exit.js';

const { supervision, unit2 } = CAST_ORGANISATIONS;

/** One more, left in the middle: the plan is approved, the work is not yet reported. */
export const openFinding = course('the incomplete lists at the exit', [
  [
    PEOPLE.inspector,
    'recordObservation',
    at('04-01', '20:30'),
    {
      kind: 'inspection',
      class: 'inadequateControl',
      severity: 'minor',
      description: told(
        'Two of seven shifts of the exit desk left the list of arrivals without a closing figure.',
        '出站口七个班次中有两个班次的到站登记未作合计。',
      ),
      place: told('Exit desk of the railway station', '火车站出站口服务点'),
      territoryId: CAST_TERRITORIES.county1.id,
      subjectOrgId: unit2.id,
      dutyPointId: madeBy(INFORMATION),
      evidence: [photo({ en: 'Photograph of the open list', zh: '未合计登记表照片' })],
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
      standard: told('Every shift closes its list', '每班登记均须合计'),
      acceptorOrgId: supervision.id,
    },
  ],
  [PEOPLE.exitClerk, 'acknowledgeRectification', at('04-02', '14:30'), {}],
  [
    PEOPLE.exitHead,
    'submitPlan',
    at('04-03', '15:00'),
    {
      dated: at('04-03', '15:00'),
      measures: [
        {
          cause: told('The handover form has no field for it', '交接表未设合计栏'),
          measure: told('Add the closing figure to the handover form', '交接表增设合计栏'),
          responsible: PEOPLE.exitClerk.id,
          dueAt: at('04-10', '18:00'),
          standard: told('A figure and a signature at every handover', '每次交接有合计、有签字'),
          verifierOrgId: supervision.id,
        },
      ],
    },
  ],
  [PEOPLE.supervision, 'approvePlan', at('04-07', '09:00'), {}],
]);
