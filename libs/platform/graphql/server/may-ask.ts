import { askingBy, type Actor, type AskingRule } from '#access';
import { SENTRY, type Sentry } from '#platform/security';
import { Inject, Injectable, SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { GraphQLResolveInfo } from 'graphql';
import { AppError } from '../errors/app-error.js';
import { contextOf } from './context.js';

const RULE = Symbol('mayAsk');

/** Says beside a query, a subscription, a mutation or a field who may ask for it. Without a rule nobody may. */
export const MayAsk = (rule: AskingRule) => SetMetadata(RULE, rule);

/** The rule that stands beside what answers a field of the schema. */
export const ruleOf = (handler: object): AskingRule | undefined =>
  // Nothing but `MayAsk` writes it.
  Reflect.getMetadata(RULE, handler) as AskingRule | undefined;

/** Whoever asks for the field that is being answered, with no other grants than its rule is for; undefined where they may not ask. */
export const askingIn = (execution: ExecutionContext): Actor | undefined =>
  askingBy(ruleOf(execution.getHandler()), contextOf(execution).actor);

export const mayNotAsk = (): AppError =>
  new AppError('ROLE_MAY_NOT', { en: 'None of your roles may ask for this.', zh: '您的角色无权查询此内容。' });

/** Nobody asks for anything but by its rule. Fields below the first are looked at where they are resolved. */
@Injectable()
export class AskingGuard implements CanActivate {
  constructor(@Inject(SENTRY) private readonly sentry: Pick<Sentry, 'denied'>) {}

  canActivate(execution: ExecutionContext): boolean {
    if (execution.getType<string>() !== 'graphql' || askingIn(execution)) return true;
    const refused = mayNotAsk();
    this.sentry.denied(
      contextOf(execution).actor,
      execution.getArgByIndex<GraphQLResolveInfo>(3).fieldName,
      refused.code,
    );
    throw refused;
  }
}
