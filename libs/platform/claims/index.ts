export { claim, type ClaimCommand } from './claim.decider.js';
export { claimEvents } from './claim.events.js';
export { claimId, claimStream, placeOf, standingIn, type Laid } from './claim.state.js';
