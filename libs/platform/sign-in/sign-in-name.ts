/** The longest name that somebody signs in with, in characters. */
export const MAX_NAME = 64;

/** A sign-in name in the one form in which names are compared: compatibility forms are one, and so are great and small letters. */
export const comparableName = (name: string): string => name.normalize('NFKC').trim().toLowerCase();

/** Whether this can be a name at all: letters, digits, dots, dashes and the at sign of an address. */
export const isName = (name: string): boolean =>
  /^[\p{L}\p{N}][\p{L}\p{N}._@+-]*$/u.test(name) && [...name].length <= MAX_NAME;
