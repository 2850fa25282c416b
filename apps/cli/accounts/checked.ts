import { comparableName, isName } from '#platform/sign-in';
import { EXIT, Failed } from '../failed.js';

/** One of the words that there are. Throws Failed with all of them. */
export const oneOf = (known: { readonly words: Readonly<Record<string, unknown>> }, word: string): string => {
  if (word in known.words) return word;
  throw new Failed(`"${word}" is none of 须为下列之一: ${Object.keys(known.words).join(', ')}`, EXIT.usage);
};

/** A name to sign in with, in the form in which names are compared. Throws Failed for what cannot be one. */
export const signInName = (given: string): string => {
  const name = comparableName(given);
  if (isName(name)) return name;
  throw new Failed(
    `"${given}": a sign-in name has letters, digits and . _ @ + - 登录名仅限字母、数字及 . _ @ + -`,
    EXIT.usage,
  );
};
