import { bilingual } from '#kernel';
import { CAST_ORGANISATIONS, CAST_TERRITORIES } from '#platform/identity';
import { found } from '../accounts/first-administrator.js';
import type { Gate } from '../accounts/gate.js';
import { PEOPLE } from './cast.js';

const { province } = CAST_TERRITORIES;
const { provinceHq } = CAST_ORGANISATIONS;
const { id: personId, name, post } = PEOPLE.installer;

/** Begins the story as `sifang init` begins any log: with one place, one body, and the first administrator in a post of it. */
export const beginStory = (gate: Gate): Promise<void> =>
  found(
    gate,
    { territoryId: province.id, orgId: provinceHq.id, postId: post.id, personId },
    {
      territory: bilingual(province.name),
      level: province.level,
      body: bilingual(provinceHq.name),
      kind: 'headquarters',
      post: bilingual(post.title),
      person: bilingual(name),
    },
  );
