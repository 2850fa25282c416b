import { ROLES, type Role, type Text } from '#kernel';
import { grantsOfRole, type Actor } from './access.js';

/** Who may ask for something that the API answers: the words and what decides are one. */
export interface AskingRule {
  readonly is: 'signedIn' | 'own' | 'directory' | 'withinReach' | 'asShown' | 'roles' | 'command';
  readonly says: Text;
  /** The roles that it is for, where it is not for whoever is signed in. */
  readonly who?: readonly Role[];
}

/** For what is about the log as a whole, or about nobody but whoever asks. */
export const SIGNED_IN: AskingRule = {
  is: 'signedIn',
  says: { en: 'whoever is signed in; it shows nobody else’s', zh: '登录即可；不涉及他人事项' },
};

export const OWN: AskingRule = {
  is: 'own',
  says: { en: 'whoever is signed in, of what they sent in themselves', zh: '登录即可，仅限本人提交' },
};

export const OWN_SESSION: AskingRule = {
  is: 'own',
  says: {
    en: 'whoever is signed in by a browser, of their own sessions and tokens',
    zh: '浏览器登录者，仅限本人会话与令牌',
  },
};

export const DIRECTORY: AskingRule = {
  is: 'directory',
  says: { en: 'whoever has a role, the public’s apart', zh: '除公众外的任一角色' },
};

export const WITHIN_REACH: AskingRule = {
  is: 'withinReach',
  says: { en: 'whoever is signed in, as far as their roles reach', zh: '登录即可，以角色范围为限' },
};

/** For fields that tell no more than what they stand on. */
export const AS_SHOWN: AskingRule = {
  is: 'asShown',
  says: { en: 'whoever is shown what it stands on', zh: '可见所属事项者' },
};

const named = (who: readonly Role[]): Text => ({
  en: who.map((role) => ROLES[role].en).join(', '),
  zh: who.map((role) => ROLES[role].zh).join('、'),
});

/** For these roles alone, as far as they reach. */
export const onlyFor = (...who: readonly Role[]): AskingRule => ({ is: 'roles', says: named(who), who });

/** For whom the command itself is declared; it is decided with the command, whose answer says why not. */
export const byCommand = (who: readonly Role[]): AskingRule => ({ is: 'command', says: named(who), who });

/**
 * Whoever asks, as they may ask by a rule: with the grants alone that it is for. Undefined where they may not; without a rule
 * nobody may (default deny).
 */
export const askingBy = (rule: AskingRule | undefined, actor: Actor): Actor | undefined => {
  if (rule?.is !== 'roles') return rule && actor;
  const grants = grantsOfRole(actor, rule.who ?? []);
  return grants.length > 0 ? { ...actor, grants } : undefined;
};
