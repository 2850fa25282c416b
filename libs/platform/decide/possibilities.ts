import { denied, hasOneOf, SeenStates, type Actor } from '#access';
import {
  hasMutation,
  type AnyDecider,
  type Bars,
  type CommandDeclaration,
  type Id,
  type Occasion,
  type Owner,
  type Refusal,
  type Streams,
  type Text,
} from '#kernel';
import { entitled, type RightsKnown } from './entitled.js';
import { refuse, refusedBy } from './refusals.js';

/** Whether somebody may ask for a command now, whatever they will say with it; if not, what it would answer. */
export interface Possibility {
  readonly type: string;
  readonly label: Text;
  readonly no?: No;
}

/** The condition that stands against a command, and why. */
interface No {
  readonly code: string;
  readonly reason: Text;
}

/** Somebody before a thing that stands like this. */
interface There {
  readonly actor: Actor;
  readonly stream: Id;
  readonly state: unknown;
}

type Declared = readonly [type: string, declared: CommandDeclaration];

/** The commands of people that go on with something, or those that begin something, as far as they are wanted. */
const wantedOf = (
  { commands }: AnyDecider,
  isBeginning: boolean,
  isWanted: (type: string) => boolean,
): readonly Declared[] =>
  Object.entries(commands.declared).filter(
    ([type, declared]) => hasMutation(declared) && (declared.begins !== undefined) === isBeginning && isWanted(type),
  );

/** What is asked for as far as it is known: when, in whose capacity, and nothing of what is said. */
const occasionOf = ({ actorId, postId, orgId, territoryId, onBehalfOf }: Actor, occurredAt: string): Occasion => ({
  ...{ actorId, orgId, occurredAt, commandId: '', correlationId: '', source: 'web' },
  ...(postId && { postId }),
  ...(territoryId && { territoryId }),
  ...(onBehalfOf && { onBehalfOf }),
});

/** What is nobody's belongs to the root: only who is asked for no owner may change it. */
const NOBODYS: Owner = { territory: '', orgs: [] };

const stakeIn = (decider: AnyDecider, state: unknown, type: string): Owner | undefined => {
  if (decider.stake) return decider.stake(state, type);
  const seenBy = decider.seenBy(state);
  return seenBy === 'everybody' ? NOBODYS : seenBy;
};

const NOT_REACHED: Text = {
  en: 'None of your roles that may do this reaches it.',
  zh: '您有权办理此事的角色不及于此事项。',
};

/**
 * What one person may ask for at one moment, from the declarations that decisions go by: post, role, whose the thing is, and the bars
 * of each command. Asked for many things at once, it reads all of their streams together.
 */
export class Possibilities {
  readonly #entitled = new Map<string, Promise<Actor | undefined>>();

  constructor(
    private readonly actor: Actor,
    private readonly now: string,
    private readonly known: RightsKnown & { readonly streams?: Streams },
    /** What stands against whatever they may ask for. */
    private readonly always?: No,
  ) {}

  /** What may be asked for of something that is there; `as` is how it stands for that, where only a part of it is looked at. */
  async of(
    decider: AnyDecider,
    stream: Id,
    isWanted: (type: string) => boolean,
    as = (state: unknown): unknown => state,
  ): Promise<readonly Possibility[]> {
    const asked = wantedOf(decider, false, isWanted);
    if (this.always) return refusing(asked, this.always);
    const state = this.known.source.state<unknown>(decider, stream).then(as);
    // Rights may be known first.
    state.catch(() => undefined);
    const actor = await this.rightsIn(decider);
    return Promise.all(
      asked.map(async ([type, declared]) => {
        const no = actor
          ? await this.against(decider, [type, declared], { actor, stream, state: await state })
          : refuse('NOT_IN_POST');
        return possibility([type, declared], no && { code: no.code, reason: no.message });
      }),
    );
  }

  /** What may be begun: whoever has the role may, as far as is known before they say what and where. */
  async toBegin(decider: AnyDecider, isWanted: (type: string) => boolean): Promise<readonly Possibility[]> {
    const asked = wantedOf(decider, true, isWanted);
    if (this.always) return refusing(asked, this.always);
    const actor = await this.rightsIn(decider);
    return asked.map(([type, declared]) => {
      const code = !actor ? 'NOT_IN_POST' : hasOneOf(actor, declared.who) ? undefined : 'ROLE_MAY_NOT';
      return possibility([type, declared], code && { code, reason: refuse(code).message });
    });
  }

  private rightsIn({ kind }: AnyDecider): Promise<Actor | undefined> {
    const known = this.#entitled.get(kind) ?? entitled(kind, this.actor, [this.now], this.known);
    this.#entitled.set(kind, known);
    return known;
  }

  private async against(decider: AnyDecider, [type, { who }]: Declared, { actor, stream, state }: There) {
    const denial = denied(actor, who, stakeIn(decider, state, type));
    if (denial) return denial === 'NOT_FOUND' ? { ...refuse(denial), message: NOT_REACHED } : refuse(denial);
    const no = await this.barred(decider.bars?.[type], { actor, stream, state });
    return no && refusedBy(decider, no);
  }

  /** What the thing alone says is said before anything is read of others. */
  private async barred(bars: Bars<unknown> | undefined, { actor, stream, state }: There): Promise<Refusal | undefined> {
    if (!bars) return undefined;
    const on = occasionOf(actor, this.now);
    const early = bars.atOnce(state, on);
    if (early) return early;
    const own = { stream, now: this.now, state: () => Promise.resolve(state) };
    const read = new SeenStates(this.known.source, actor, this.known.streams);
    return bars.against(state, on, await bars.known(read, own, on));
  }
}

const possibility = ([type, { label }]: Declared, no: No | undefined): Possibility => ({
  type,
  label,
  ...(no && { no }),
});

const refusing = (asked: readonly Declared[], no: No): readonly Possibility[] =>
  asked.map((declared) => possibility(declared, no));

const PAST: No = {
  code: 'IN_THE_PAST',
  reason: {
    en: 'This is how it was at that moment: nothing can be done about it there.',
    zh: '这是该时点的状态，不能在其中办理任何事项。',
  },
};

/** Nothing can be done about what is looked at as it was. */
export const inThePast = (decider: AnyDecider, isWanted: (type: string) => boolean): readonly Possibility[] =>
  refusing(wantedOf(decider, false, isWanted), PAST);
