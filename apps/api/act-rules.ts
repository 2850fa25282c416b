import type { Rights } from '#access';
import { recordedRights } from '#contexts/grants';
import { recordedAppointments } from '#contexts/parties';
import { ACT_DATING, inForce } from '#contexts/policy-packs';
import { ActBounds } from '#platform/decide';
import type { EventStore } from '#platform/event-store';
import { LogFounding } from './log-founding.js';

/** How far back acts may be dated, by the policy in force. */
export const ACT_BOUNDS = new ActBounds((moment) => inForce(ACT_DATING, moment));

/** Who may do what, by what this log says. */
export const rightsIn = (events: EventStore): Rights => recordedRights(recordedAppointments(new LogFounding(events)));
