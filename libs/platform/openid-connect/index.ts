export * from './begun-sign-ins.js';
export * from './issuer.js';
export * from './local-path.js';
export * from './openid-settings.js';
export * from './openid-sign-in.js';
export * from './openid.refusals.js';
