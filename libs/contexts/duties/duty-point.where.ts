import { id, list, optional, text } from '#kernel';

/** What a duty point is: a matter, at a place, at one step of the work. */
export const where = {
  matter: text(200, 'What it is about.', '事项。'),
  step: text(200, 'The step of the work.', '环节。'),
  place: optional(text(200, 'The place; this or the type of place.', '地点（与场所类型至少填一项）。')),
  placeType: optional(text(60, 'The type of place.', '场所类型。')),
  territoryId: id('territory', 'The territory that it lies in.', '属地。'),
};

/** What looks the same, and is known not to be (F8). */
export const notDuplicateOf = optional(
  list(id('dutyPoint', 'A duty point that looks the same and is another.', '看似相同但并非同一责任点的编号。'), 20),
);

export const standard = text(1000, 'What good performance is.', '履职标准。');

/** By which the record knows who fits the duty (A12). */
export const lineAndOperator = {
  line: optional(text(100, 'The line of work that the matter belongs to (条).', '事项所属条线。')),
  operatorId: optional(id('organisation', 'The body that runs the place.', '场所运营单位。')),
};
