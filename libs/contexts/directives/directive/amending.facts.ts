import type { Id, StateReader } from '#kernel';
import { basesIn } from '../content/content.rules.js';
import type { Amendment } from './directive.standing.js';
import { directiveStream } from './directive.state.js';

/** Whether a directive builds on another one, as its own record says. */
export const isBuiltOn = async (read: StateReader, childId: Id<'directive'>, parent: Id): Promise<boolean> => {
  const child = await read.behind(directiveStream, childId);
  return child.is !== 'new' && basesIn(child.content).some((id) => id === parent);
};

/** How a parent was amended, as its own record says; undefined where it was not. */
export const amendmentOf = async (
  read: StateReader,
  { directiveId, textVersion }: Pick<Amendment, 'textVersion'> & { readonly directiveId: Id<'directive'> },
): Promise<Amendment | undefined> => {
  const parent = await read.behind(directiveStream, directiveId);
  return parent.is === 'new' ? undefined : parent.amendments.find((one) => one.textVersion === textVersion);
};
