import { SetMetadata } from '@nestjs/common';

export const PUBLIC = Symbol('public');

/** Marks a controller that answers without a token. Only health, the door, and pages that hold nothing of the log may. */
export const Public = () => SetMetadata(PUBLIC, true);
