import { rolesOf, type Actor } from '#access';
import type { CommandDeclaration, Message, Occasion, Role } from '#kernel';

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
  readonly actor: Actor;
  readonly command: Message;
  readonly declared: CommandDeclaration;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Who may enter the records of the past: of everything, and of the directory. */
const KEEPERS: readonly Role[] = ['hq', 'supervision', 'supervision-head'];

const mayKeep = (actor: Actor, { who }: CommandDeclaration): boolean =>
  rolesOf(actor).some((role) => KEEPERS.includes(role) || (role === 'admin' && who.includes(role)));

const reasonIn = ({ data }: Message): unknown =>
  typeof data === 'object' && data !== null && 'reason' in data ? data.reason : undefined;

/** A record of the past, from those who may enter such, with a reason. */
const isImport = ({ occasion, actor, command, declared }: Dated): boolean =>
  occasion.source === 'import' && (occasion.reason ?? reasonIn(command)) !== undefined && mayKeep(actor, declared);

/** Tells which acts are dated too far back. */
export class ActBounds {
  constructor(private readonly valuesAt: (moment: string) => DatingValues) {}

  /** What the system does of itself has no bound: it is dated by what it follows from. */
  isTooLate(act: Dated, now: Date): boolean {
    const { source, occurredAt } = act.occasion;
    if (source === 'system') return false;
    const { earliest, officeMinutes, fieldDays } = this.valuesAt(now.toISOString());
    if (occurredAt < earliest) return true;
    const allowed = act.declared.dated === 'field' ? fieldDays * DAY : officeMinutes * MINUTE;
    return Date.parse(occurredAt) < now.getTime() - allowed && !isImport(act);
  }
}
