import type { Refusal } from './refusals.js';

/** What may go wrong with one append. */
export type AppendFault =
  /** Written or not, and then nothing is ever said. */
  | { readonly is: 'silence'; readonly written: boolean }
  /** Written or not, and then this error instead of an answer. */
  | { readonly is: 'error'; readonly written: boolean; readonly refusal: Refusal }
  /** Written or not, and every connection is cut. */
  | { readonly is: 'cut'; readonly written: boolean }
  /** Written, and answered with the status of success but without a word. */
  | { readonly is: 'end' };

export type ReadFault =
  | { readonly is: 'silence' }
  | { readonly is: 'error'; readonly refusal: Refusal }
  /** An event that has neither a stream nor an id, which no server sends. */
  | { readonly is: 'nonsense' }
  /** The stream ends as if it was complete. */
  | { readonly is: 'end' };

/** The phases of a subscription, in order. */
export type Phase = 'opened' | 'confirmed' | 'catching-up' | 'caught-up' | 'live' | 'checkpoint';
export type SubscriptionFault = ReadFault;

/** Hooks that a spec sets; each is called before its step, and no answer means that all is well. */
export interface Faults {
  append?: ((stream: string) => AppendFault | undefined) | undefined;
  read?: ((stream: string) => ReadFault | undefined) | undefined;
  subscription?: ((phase: Phase) => SubscriptionFault | undefined) | undefined;
  gossip?: (() => 'silence' | undefined) | undefined;
}

/** Gives a fault to the first calls that match, as many as are named. */
export const first = <F>(times: number, fault: F, matching: (name: string) => boolean = () => true) => {
  let left = times;
  return (name: string): F | undefined => (matching(name) && left-- > 0 ? fault : undefined);
};
