/** One thing that must work before requests are welcome. */
export interface ReadinessCheck {
  readonly name: string;
  /** Whether it works now; a failure or a long silence counts as no. */
  ready(): Promise<boolean>;
}

/** The checks, as a list. */
export const READINESS = Symbol('Readiness');
