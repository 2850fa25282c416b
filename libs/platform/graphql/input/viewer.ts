import type { Actor } from '#access';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { contextOf } from '../server/context.js';
import type { Language } from '../server/language.js';

/** Hands a query the person with whose eyes it looks. */
export const Viewer = createParamDecorator(
  (_: unknown, execution: ExecutionContext): Actor => contextOf(execution).actor,
);

/** The language that the reader asked for. */
export const Speaking = createParamDecorator(
  (_: unknown, execution: ExecutionContext): Language => contextOf(execution).language,
);
