import { SetMetadata } from '@nestjs/common';

export const PUBLIC = Symbol('public');

/** Marks a controller that answers without a token. Only health and the playground page may. */
export const Public = () => SetMetadata(PUBLIC, true);
