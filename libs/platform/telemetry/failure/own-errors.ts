/** Errors of the program's own whose texts are written out in it, around ids, positions and counts: nothing in them was typed by anybody. */
export const OWN_ERRORS: ReadonlySet<string> = new Set(
  `UnreadableEvent DamagedHistory WrongVersion BasisChanged CommandReused EventTooLarge EmptyAppend OutcomeUnknown Overloaded Unavailable
  StorageFull ReadOnly LogUnavailable LogRefused NoAnswer ChannelLeft UnknownEvent CannotFollow CheckpointMoved AskOnDamage NotYetVisible
  ViewNotReady SealBroken KeyStoreDamaged CannotStart StoreUnavailable StoreFull FileSpoilt UploadElsewhere IssuerUnavailable NotVouched
  InvalidToken`.split(/\s+/),
);
