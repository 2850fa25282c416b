import { hash } from 'node:crypto';
import type { Id, Message, Occasion, SentOccasion } from '#kernel';
import { canonical } from './canonical.js';
import { uuidV5 } from './uuid-v5.js';

type Asked = Pick<Occasion, 'commandId' | 'actorId'>;

/** A command of an actor: UUIDv5 of the actor in the namespace of the command id, so that nobody can occupy another's ids. */
export const commandKey = ({ commandId, actorId }: Asked): string => uuidV5(actorId, commandId);

/** The id of a command's n-th event: the same every time the command is tried (kurrentdb.md 5.3). */
export const eventId = (asked: Asked, index: number): string => eventIdOf(commandKey(asked), index);

/** The id of an event of a command whose key is known already. */
export const eventIdOf = (key: string, index: number): string => uuidV5(String(index), key);

/** What of its circumstances makes a command another one: when, why, and in whose name. */
type Said = Pick<SentOccasion, 'occurredAt' | 'reason' | 'onBehalfOf'>;

/**
 * SHA-256, in hexadecimal, of what was asked of which stream: tells a repeated command from another one under its id. By which device
 * and from which post it is sent again is no part of it (T12).
 */
export const commandHash = (stream: Id, command: Message, { occurredAt, reason, onBehalfOf }: Said): string =>
  sha256Hex(canonical({ stream, command, occurredAt, reason, onBehalfOf }));

/** SHA-256 of bytes, or of a text's UTF-8 bytes, in hexadecimal. */
export const sha256Hex = (content: string | Buffer): string => hash('sha256', content);
