import { CAST_ORGANISATIONS, CAST_TERRITORIES } from '#platform/identity';
import { PEOPLE } from '../cast.js';
import { paper, photo, type FileSaid } from '../evidence.js';
import { madeBy, told, type Fields } from '../step.js';
import { at } from '../when.js';
import { course } from './course.js';
import { HALL_POINT } from './exit.js';

const { supervision, unit1 } = CAST_ORGANISATIONS;

const signed = paper({ en: 'Disinfection record, every entry signed', zh: '逐次签字的消毒记录' });
const rota = paper({ en: 'Rota of the waiting hall', zh: '候车厅值班安排' });
const look = photo({ en: 'Photograph of the record on the wall', zh: '上墙记录照片' });

const CONDITIONS: readonly Fields[] = [
  { condition: 'standardMet', evidence: [look] },
  { condition: 'sameKindFixed', evidence: [signed] },
  { condition: 'causeRemoved', evidence: [rota] },
  {
    condition: 'conductHandled',
    evidence: [],
    notApplicable: told('Does not arise in this case', '本事项不涉及'),
  },
];

const completion = (...files: readonly FileSaid[]): Fields => ({
  rootCause: told('No post was named for the evening round', '晚间一次消毒未明确到岗'),
  measures: [{ evidence: files }],
});

const verifying: Fields = { verifiers: [{ personId: PEOPLE.inspector.id, orgId: supervision.id }], onSite: true };

/** Recorded, rectified, sent back once, and struck off: the whole life of an ordinary finding. */
export const closedFinding = course('the unsigned disinfection record', [
  [
    PEOPLE.inspector,
    'recordObservation',
    at('03-27', '09:40'),
    {
      kind: 'inspection',
      class: 'responsibilityNotEnforced',
      severity: 'serious',
      description: told(
        'The disinfection record of the waiting hall has no signature for the evening round on five days.',
        '候车厅消毒记录有五天晚间一次无人签字。',
      ),
      place: told('Waiting hall of the railway station', '火车站候车厅'),
      territoryId: CAST_TERRITORIES.county1.id,
      subjectOrgId: unit1.id,
      dutyPointId: madeBy(HALL_POINT),
      evidence: [photo({ en: 'Photograph of the unsigned record', zh: '未签字记录照片' })],
    },
  ],
  [PEOPLE.lead, 'confirmFinding', at('03-27', '15:00'), {}],
  [
    PEOPLE.supervision,
    'orderRectification',
    at('03-28', '09:00'),
    {
      unitId: unit1.id,
      dueAt: at('04-11', '24:00'),
      standard: told('Two signed rounds every day', '每日两次、逐次签字'),
      acceptorOrgId: supervision.id,
    },
  ],
  [PEOPLE.unit, 'acknowledgeRectification', at('03-28', '10:10'), {}],
  [
    PEOPLE.unitHead,
    'submitPlan',
    at('03-29', '17:00'),
    {
      dated: at('03-29', '16:00'),
      measures: [
        {
          cause: told('The evening round had no post', '晚间消毒未明确岗位'),
          measure: told('Put the evening round into the rota', '将晚间消毒纳入值班安排'),
          responsible: PEOPLE.unit.id,
          dueAt: at('04-05', '18:00'),
          standard: told('Signed every evening', '每晚签字'),
          verifierOrgId: supervision.id,
        },
      ],
    },
  ],
  [PEOPLE.supervision, 'approvePlan', at('03-31', '09:30'), {}],
  [PEOPLE.unitHead, 'reportCompletion', at('04-03', '16:00'), completion(rota)],
  [PEOPLE.supervisionHead, 'assignVerifier', at('04-03', '17:00'), verifying],
  [
    PEOPLE.inspector,
    'failVerification',
    at('04-04', '10:00'),
    {
      method: 'onSite',
      place: told('Waiting hall', '候车厅'),
      outcomeClass: 'partly',
      evidence: [photo({ en: 'Photograph of a missing signature on 3 April', zh: '4月3日缺签照片' })],
      note: told('The rota is there, the signature of 3 April is not', '值班安排已有，4月3日仍缺签字'),
    },
  ],
  [PEOPLE.unitHead, 'reportCompletion', at('04-07', '16:00'), completion(rota, signed)],
  [PEOPLE.supervisionHead, 'assignVerifier', at('04-07', '17:00'), verifying],
  [
    PEOPLE.inspector,
    'passVerification',
    at('04-08', '10:00'),
    {
      method: 'onSite',
      place: told('Waiting hall', '候车厅'),
      outcomeClass: 'effective',
      evidence: [look],
    },
  ],
  [PEOPLE.supervisionHead, 'approveCloseOut', at('04-09', '11:00'), { conditions: CONDITIONS }],
]);
