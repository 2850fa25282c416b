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
    private readonly language: string | undefined,
    status: number,
    more: object = {},
  ) {
    super({ ...more, ...saidNo(told, language) }, status);
  }

  /** The same with what else a protocol wants beside the errors. */
  with(more: object): SaidNo {
    return new SaidNo(this.told, this.language, this.getStatus(), more);
  }
}
