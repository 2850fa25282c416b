export * from './content.js';
export * from './directive.decider.js';
export * from './directive.events.js';
export * from './directive.state.js';
export * from './meeting.decider.js';
export * from './receipt.decider.js';
