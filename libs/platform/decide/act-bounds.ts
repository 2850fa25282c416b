import type { CommandDeclaration, Occasion } from '#kernel';

/** How far back acts may be dated, as the policies in force at a moment have it. */
export interface DatingValues {
  /** Before it nothing is dated, whoever says so. */
  readonly earliest: string;
  /** What is decided at a desk is dated as it is entered. */
  readonly officeMinutes: number;
  /** What is done outside may be entered later. */
  readonly fieldDays: number;
}

/** An act that says when it happened. */
interface Dated {
  readonly occasion: Occasion;
  readonly declared: CommandDeclaration;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Tells which acts are dated too far back. */
export class ActBounds {
  constructor(private readonly valuesAt: (moment: string) => DatingValues) {}

  /** Whether it lies before everything, or only further back than may be said without more. What the system does of itself has no bound: it is dated by what it follows from. */
  isTooLate({ occasion, declared }: Dated, now: Date): false | 'late' | 'beforeAll' {
    const { source, occurredAt } = occasion;
    if (source === 'system') return false;
    const { earliest, officeMinutes, fieldDays } = this.valuesAt(now.toISOString());
    if (occurredAt < earliest) return 'beforeAll';
    const allowed = declared.dated === 'field' ? fieldDays * DAY : officeMinutes * MINUTE;
    return Date.parse(occurredAt) < now.getTime() - allowed && 'late';
  }
}
