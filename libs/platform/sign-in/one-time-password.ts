import { randomInt } from 'node:crypto';

/** Letters and digits that nobody takes for each other when they are read out. */
const CHARACTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const GROUP = 5;

const group = (): string =>
  Array.from({ length: GROUP }, () => CHARACTERS.charAt(randomInt(CHARACTERS.length))).join('');

/** A password for the first sign-in: 99 random bits, in groups that can be read out. */
export const oneTimePassword = (): string => Array.from({ length: GROUPS }, group).join('-');
