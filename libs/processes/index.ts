export { whenAHolderLeavesThenTheAssignmentIsInactive } from './when-a-holder-leaves-then-the-assignment-is-inactive.policy.js';
