export { whenAFindingIsRecordedThenItIsNumbered } from './when-a-finding-is-recorded-then-it-is-numbered.policy.js';
export { whenAHolderLeavesThenTheAssignmentIsInactive } from './when-a-holder-leaves-then-the-assignment-is-inactive.policy.js';
export { whenAnOrderEndsThenItsDutiesSaySo } from './when-an-order-ends-then-its-duties-say-so.policy.js';
