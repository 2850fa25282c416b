import { anId, anInstant, fact, personal, shapeOf } from '#kernel';
import { deputyCommands } from './deputy.commands.js';

const { EnterAbsence, NameDeputy } = deputyCommands;

/** What a person's stream holds of who stands in for them, and of when they are away. */
export const deputyHappenings = {
  DeputyNamed: fact('Deputy named', 'B角已指定', { ...shapeOf(NameDeputy.takes), from: anInstant() }),
  DeputyEnded: fact('Deputy ended', 'B角已撤销', { postId: anId('post'), to: anInstant() }),
  AbsenceReported: fact('Absence reported', '已报离岗', {
    ...shapeOf(EnterAbsence.takes),
    reason: personal(),
  }),
  /** That somebody is back before the absence would have ended. */
  AbsenceEnded: fact('Absence ended', '已返岗', { postId: anId('post'), from: anInstant(), to: anInstant() }),
} as const;
