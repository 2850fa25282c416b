import type { Id, Text } from '#kernel';
import { newId } from '#platform/decide';
import { CAST_ORGANISATIONS, type CastPerson } from '#platform/identity';
import { PEOPLE, ZONE_HQ } from '../cast.js';
import { commandIdOf, madeBy, told, type Fields, type Step, type Value } from '../step.js';
import { at } from '../when.js';
import { CLAUSES, clauseMap } from './deployment.js';
import { importOf } from './notices.js';

const { hq, county1Hq, county2Hq, county3Hq, unit1, unit2 } = CAST_ORGANISATIONS;

export const DEPLOYMENT = 'the city deploys';
const PARENT = 'notice-000';
const RELAY = 'County K1 relays it to its units';
/** The relay makes it for the county, with an id that follows from the command. */
const RELAYED = newId('directive', { commandId: commandIdOf({ name: RELAY }), actorId: PEOPLE.county1.id });
const MEETING = 'register the city’s own meeting';

type Act = readonly [as: CastPerson, mutation: string, when: string, input: Fields];

const step = (name: string, [as, mutation, when, input]: Act): Step => ({ name, as, mutation, at: when, input });

const settling = (one: Step): Step => ({ ...one, settle: true });

const venue = ({ name, id }: { readonly name: Text; readonly id: Id<'organisation'> }, kind: string) => ({
  kind,
  name: { told: name },
  orgId: id,
});

const TEXT = told(
  CLAUSES.map(({ number, text }) => `${number.told.en}. ${text.told.en}.`).join('\n'),
  CLAUSES.map(({ number, text }) => `${number.told.zh}、${text.told.zh}。`).join('\n'),
);

const deployment = (): readonly Step[] => [
  step(MEETING, [
    PEOPLE.hq,
    'registerMeeting',
    at('03-24', '19:30'),
    {
      title: told('Continuation meeting of City Q', 'Q市续会'),
      heldBy: { told: hq.name },
      heldById: hq.id,
      kinds: ['continuation', 'dispatch'],
      form: 'video',
      heldOn: { year: 2025, month: 3, day: 24 },
      venues: [venue(hq, 'main'), ...[county1Hq, county2Hq, county3Hq, ZONE_HQ].map((body) => venue(body, 'branch'))],
      roles: [{ role: 'chair', post: told('Commander', '指挥长'), organisation: { told: hq.name } }],
      undisclosedItems: false,
    },
  ]),
  step(DEPLOYMENT, [
    PEOPLE.hq,
    'deployFrom',
    at('03-24', '20:10'),
    {
      instrument: 'meetingDeployment',
      urgency: 'urgent',
      title: told('Arrival checks and duties without a gap', '关于压实车站到站查验责任的部署'),
      text: TEXT,
      clauses: CLAUSES,
      declared: [{ count: CLAUSES.length }],
      bases: [{ directiveId: madeBy(importOf(PARENT)) }],
      clauseMap: clauseMap(PARENT, madeBy(importOf(PARENT))),
      meetingId: madeBy(MEETING),
    },
  ]),
  step('it is submitted for sign-off', [
    PEOPLE.hq,
    'submitForSignOff',
    at('03-24', '20:30'),
    {
      id: madeBy(DEPLOYMENT),
    },
  ]),
  settling(
    step('it is issued to the counties and the zone', [
      PEOPLE.commander,
      'issueDirective',
      at('03-24', '20:45'),
      {
        id: madeBy(DEPLOYMENT),
        recipientIds: [county1Hq.id, county2Hq.id, county3Hq.id, ZONE_HQ.id],
      },
    ]),
  ),
];

const acknowledged = (who: string, as: CastPerson, directiveId: Value, when: string): Step =>
  step(`${who} acknowledges`, [as, 'acknowledgeDirective', when, { directiveId }]);

/** E2E-1: all but County K3 sign the same evening; K3 sat in its branch venue, and signs the next morning. */
const downwards: readonly Step[] = [
  step('County K3 was in the room', [
    PEOPLE.hq,
    'recordDelivery',
    at('03-24', '21:00'),
    {
      directiveId: madeBy(DEPLOYMENT),
      recipientId: county3Hq.id,
      channel: 'attendance',
    },
  ]),
  acknowledged('County K1', PEOPLE.county1, madeBy(DEPLOYMENT), at('03-24', '21:40')),
  settling(
    step(RELAY, [
      PEOPLE.county1,
      'relayDirective',
      at('03-24', '22:05'),
      {
        directiveId: madeBy(DEPLOYMENT),
        recipientIds: [unit1.id, unit2.id],
      },
    ]),
  ),
  acknowledged('Unit U1', PEOPLE.unit, RELAYED, at('03-24', '22:30')),
  acknowledged('Zone Z', PEOPLE.zone, madeBy(DEPLOYMENT), at('03-24', '22:50')),
  acknowledged('County K2', PEOPLE.county2, madeBy(DEPLOYMENT), at('03-24', '23:50')),
  acknowledged('County K3', PEOPLE.county3, madeBy(DEPLOYMENT), at('03-25', '08:10')),
];

/** From one real text to the units of an invented city, in one evening; unit U2 has not signed yet. */
export const cascade = (): readonly Step[] => [...deployment(), ...downwards];
