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
      ...{ territory: province.name.zh, territoryEn: province.name.en },
      level: province.level,
      ...{ body: provinceHq.name.zh, bodyEn: provinceHq.name.en },
      kind: 'headquarters',
      ...{ post: post.title.zh, postEn: post.title.en },
      ...{ person: name.zh, personEn: name.en },
    },
  );
