/** What a file says of itself: when and where it was taken. Nobody vouches for it. */
export interface Claims {
  /** As the camera wrote it: its own clock, without a zone unless one is said. */
  readonly takenAt?: string;
  /** Latitude and longitude in degrees. */
  readonly takenWhere?: string;
}

/** What was found out about a file from its bytes. */
export interface Found {
  readonly claims: Claims;
}
