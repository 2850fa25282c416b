import { Injectable } from '@nestjs/common';
import { FromOwnOrigin } from './from-own-origin.guard.js';

/** The same where nothing counts that a browser holds: a form that says no origin may come, as OAuth's clients send one. */
@Injectable()
export class FromNoPage extends FromOwnOrigin {
  protected override mayComeUnsaid(): boolean {
    return true;
  }
}
