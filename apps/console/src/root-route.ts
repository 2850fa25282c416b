import { createRootRoute, retainSearchParams } from '@tanstack/react-router';
import { Frame } from './frame/frame';
import { instantIn, type Raw } from './lib/address';
import { NothingHere } from './screens/nothing-here';

interface FrameSearch {
  readonly asOf?: string | undefined;
}

/** What stands around every screen, and what all of them have in the address. */
export const root = createRootRoute({
  component: Frame,
  notFoundComponent: NothingHere,
  // Everything that a colleague must see the same way is in the address.
  validateSearch: (raw: Raw): FrameSearch => ({ asOf: instantIn(raw.asOf) }),
  // The moment that is looked at stays while one goes from screen to screen.
  search: { middlewares: [retainSearchParams<FrameSearch>(['asOf'])] },
});
