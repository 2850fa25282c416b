/** Ends what global-setup.cjs started. */
module.exports = () => globalThis.stopTestDatabase();
