import type { Text } from '#kernel';

export const STATES = ['ok', 'warning', 'failed'] as const;

/** One thing that was looked at, what it was found to be, and what to do about it. */
export interface Finding {
  readonly check: string;
  readonly state: (typeof STATES)[number];
  readonly found: string;
  /** Empty where there is nothing to do. */
  readonly todo: string;
}

const both = ({ en, zh }: Text): string => `${en} ${zh}`;

/** The same about one check, three ways. */
export const about = (check: Text) => {
  const name = both(check);
  return {
    ok: (found: string): Finding => ({ check: name, state: 'ok', found, todo: '' }),
    warning: (found: string, todo: Text): Finding => ({ check: name, state: 'warning', found, todo: both(todo) }),
    failed: (found: string, todo: Text): Finding => ({ check: name, state: 'failed', found, todo: both(todo) }),
  };
};

/** The worst of what was found. */
export const worst = (findings: readonly Finding[]): Finding['state'] =>
  [...STATES].reverse().find((state) => findings.some((one) => one.state === state)) ?? 'ok';
