import type { Actor } from '#access';
import type { ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { Labels } from './labels.js';
import type { Language } from './language.js';

/** What every resolver may know about the request it serves. */
export interface GraphqlContext {
  readonly actor: Actor;
  /** What they show may be used to look at things, and to change none. */
  readonly readsOnly?: true | undefined;
  /** The session of a browser that they ask in; absent where they show a token. */
  readonly sessionId?: string | undefined;
  readonly language: Language;
  /** What ids are called, as the viewer may know it. */
  readonly labels: Labels;
  /** Ends the connection, for operations that hold one open; absent over HTTP. */
  readonly hangUp?: (reason: 'SLOW_CONSUMER' | 'SIGNED_OUT') => void;
  /** Whether whoever asks would be let in again now; absent where that depends on nothing but time. */
  readonly isStill?: (() => Promise<boolean>) | undefined;
}

/** The request's context, in a guard or a parameter decorator. */
export const contextOf = (execution: ExecutionContext): GraphqlContext =>
  GqlExecutionContext.create(execution).getContext<GraphqlContext>();
