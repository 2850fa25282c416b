import { HttpException } from '@nestjs/common';
import type { GraphQLFormattedError } from 'graphql';
import { languageOf } from '../server/language.js';
import { written, type Told } from './told.js';

/** What is answered over HTTP with a "no", in the language that an Accept-Language header asks for. */
export const saidNo = (
  told: Told<string>,
  header: string | undefined,
): { readonly errors: readonly GraphQLFormattedError[] } => ({ errors: [written(told, languageOf(header))] });

/** A "no" that a controller throws. */
export class SaidNo extends HttpException {
  constructor(
    readonly told: Told<string>,
    language: string | undefined,
    status: number,
  ) {
    super(saidNo(told, language), status);
  }
}
