import { accountOf } from '#contexts/grants';
import type { Id } from '#kernel';
import type { CastPerson } from '#platform/identity';
import type { Door } from '../../api/auth/door.js';
import { CannotGoOn } from './server.js';

/** What vouches for the people of the story. */
export interface Tokens {
  of(person: CastPerson): Promise<string>;
  /** The one that they had is not taken any more: what it rested on has changed. */
  forget(person: CastPerson): void;
}

const HOUR = 60 * 60_000;

/**
 * A personal token for everybody of the story, as they could make one themselves: for their post, with what the record grants them, for
 * as long as the story is told.
 */
export class StoryTokens implements Tokens {
  readonly #made = new Map<Id, Promise<string>>();
  readonly #ending: (() => Promise<unknown>)[] = [];

  constructor(private readonly door: Pick<Door, 'now' | 'standings' | 'tokens'>) {}

  of(person: CastPerson): Promise<string> {
    const made = this.#made.get(person.id) ?? this.make(person);
    this.#made.set(person.id, made);
    return made;
  }

  forget({ id }: CastPerson): void {
    this.#made.delete(id);
  }

  /** Ends all that were made. */
  async end(): Promise<void> {
    await Promise.all(this.#ending.splice(0).map((end) => end()));
  }

  private async make({ id, name, post }: CastPerson): Promise<string> {
    const { now, standings, tokens } = this.door;
    const account = accountOf(id);
    const chosen = { postId: post.id, orgId: post.organisation.id };
    const standing = await standings.of(account, chosen, now().toISOString());
    if (!standing) throw new CannotGoOn(`${name.en} has no account that can be used ${name.zh} 没有可用账号`);
    const endsAt = new Date(now().getTime() + HOUR);
    const made = await tokens.make(account, { chosen, standing }, { name: 'demo', scope: 'write', endsAt });
    if ('refused' in made) throw new CannotGoOn(`${name.en}: ${made.refused} ${name.zh} 无法取得令牌`);
    this.#ending.push(() => tokens.end(account, made.token.id));
    return made.secret;
  }
}
