import { list, optional, part, partOf, pointer, rowOf, word, type PartData } from '#kernel';
import { GRANTED_ROLES } from '../grant/grant.words.js';

const heldPost = partOf('PostOfMine', {
  post: pointer('The post.', '岗位。'),
  organisation: pointer('Of which body.', '所属机构。'),
  territory: optional(pointer('For which place.', '地域。')),
  onBehalfOf: optional(
    pointer('Who holds it, where they are away and you may act for them.', 'A角（其离岗、由您代行时）。'),
  ),
});

const role = partOf('RoleOfMine', {
  role: word(GRANTED_ROLES, 'Which role.', '角色。'),
  territory: optional(
    pointer('Over this place and all below; everywhere, or nowhere, if neither is named.', '地域（含下级）。'),
  ),
  organisation: optional(pointer('For this body.', '机构。')),
});

export const meRow = rowOf('Me', 'Who asks, and what they have.', '当前登录者。', {
  person: pointer('Who they are.', '人员。'),
  post: optional(pointer('In which post they act.', '当前岗位。')),
  organisation: pointer('For which body they act.', '所代表机构。'),
  territory: optional(pointer('For which place.', '地域。')),
  onBehalfOf: optional(pointer('For whom they act, where the post is another’s.', '所代A角。')),
  posts: list(part(heldPost, 'The posts that they may act in now, by the record.', '现可履职的岗位。'), 100),
  grants: list(part(role, 'What they may act as now, with what they show.', '现有角色。'), 100),
});

export type Me = PartData<typeof meRow>;
