import type { Actor } from '#access';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { contextOf } from '../server/context.js';
import type { Language } from '../server/language.js';
import { askingIn, mayNotAsk } from '../server/may-ask.js';

/** Hands a query the person with whose eyes it looks: with the grants that its rule is for, and no others. */
export const Viewer = createParamDecorator((_: unknown, execution: ExecutionContext): Actor => {
  const actor = askingIn(execution);
  if (!actor) throw mayNotAsk();
  return actor;
});

/** The language that the reader asked for. */
export const Speaking = createParamDecorator(
  (_: unknown, execution: ExecutionContext): Language => contextOf(execution).language,
);
