import type { Ask, Id, Rights } from '#kernel';
import { CannotFollow } from '../loop/cannot-follow.js';

interface Reacting {
  readonly name: string;
  readonly rights?: Rights;
}

/** Throws where a reaction asks for what it declares no right to, or writes elsewhere by the right to its own stream. */
export const rightful = ({ name, rights }: Reacting, heard: Id, { stream, command: { type } }: Ask): void => {
  if (!rights) return;
  const right = Object.hasOwn(rights, type) ? rights[type] : undefined;
  if (!right) throw new CannotFollow(`${name} does not say by which right it asks for ${type}`);
  if (right === 'ownStream' && stream !== heard)
    throw new CannotFollow(`${name} writes elsewhere than it says: ${type}`);
};
