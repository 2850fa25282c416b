import { CAST_ORGANISATIONS, CAST_TERRITORIES } from '#platform/identity';
import { PEOPLE } from '../cast.js';
import { madeBy, told, type Fields, type Step, type Told } from '../step.js';
import { at } from '../when.js';
import { DEPLOYMENT } from './cascade.js';
import { held, type Holding } from './held.js';

const { county1Hq, unit1, unit2 } = CAST_ORGANISATIONS;
const STATION = told('Railway station of County K1', 'K1县火车站');

/** A9: the clause of the city's own directive that a duty point comes from. */
const fromClause = (number: Told): Fields => ({ directiveId: madeBy(DEPLOYMENT), clauseNumber: number });

const point = (name: string, step: Told, input: Fields): Step => ({
  name,
  as: PEOPLE.hq,
  mutation: 'defineDutyPoint',
  at: at('03-25', '09:00'),
  input: {
    step,
    place: STATION,
    placeType: told('Railway station', '火车站'),
    territoryId: CAST_TERRITORIES.county1.id,
    ...input,
  },
});

const ARRIVALS = told('Health codes of arriving passengers', '到站旅客健康码');
const HALL = told('Disinfection of the waiting hall', '候车厅消毒');

export const INSIDE = 'define the step inside the station';
export const EXIT = 'define the check at the exit';
export const INFORMATION = 'define the information at the exit';
export const HALL_POINT = 'define the disinfection of the hall';

/** Three adjoining steps of one matter, the middle one required of four parties and held by none (C48); and one ordinary duty. */
const points: readonly Step[] = [
  point(INSIDE, told('Promote code scanning inside the station', '站内扫码宣传'), {
    matter: ARRIVALS,
    clause: fromClause(told('2', '二')),
    standard: told('Every passenger is told before the exit', '出站前宣传到每一位旅客'),
    requiredParties: ['territorial', 'unit', 'individual'],
  }),
  point(INFORMATION, told('Maintain information at the exit', '出站口信息维护'), {
    matter: ARRIVALS,
    clause: fromClause(told('2', '二')),
    standard: told('Lists are complete at every shift', '每班登记信息完整'),
    requiredParties: ['territorial', 'unit', 'individual'],
  }),
  {
    ...point(EXIT, told('Verify the health code at the exit', '出站口核验健康码'), {
      matter: ARRIVALS,
      clause: fromClause(told('2', '二')),
      standard: told('Every code is checked before the passenger leaves', '逐人核验后放行'),
      requiredParties: ['territorial', 'departmental', 'unit', 'individual'],
      previous: madeBy(INSIDE),
      next: madeBy(INFORMATION),
    }),
    settle: true,
  },
  point(HALL_POINT, told('Disinfect the hall and keep the record', '每日消毒并登记'), {
    matter: HALL,
    clause: fromClause(told('3', '三')),
    standard: told('Twice a day, each time signed', '每日两次，逐次签字'),
    requiredParties: ['unit', 'individual'],
  }),
];

/** The station keeps the step inside, the exit desk keeps the information; nobody verifies at the exit. */
const HOLDINGS: readonly Holding[] = [
  { of: INSIDE, party: 'territorial', body: county1Hq, by: PEOPLE.county1 },
  { of: INSIDE, party: 'unit', body: unit1, by: PEOPLE.unitHead },
  { of: INSIDE, party: 'individual', body: unit1, by: PEOPLE.unit },
  { of: INFORMATION, party: 'territorial', body: county1Hq, by: PEOPLE.county1 },
  { of: INFORMATION, party: 'unit', body: unit2, by: PEOPLE.exitHead },
  { of: INFORMATION, party: 'individual', body: unit2, by: PEOPLE.exitClerk },
  { of: HALL_POINT, party: 'unit', body: unit1, by: PEOPLE.unitHead },
  { of: HALL_POINT, party: 'individual', body: unit1, by: PEOPLE.unit },
];

/** E2E-5, up to where it hurts: the gap between two duties that are both fulfilled, seen and not yet resolved. */
export const exit: readonly Step[] = [...points, ...HOLDINGS.flatMap(held)];
