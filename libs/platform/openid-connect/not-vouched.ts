import { IssuerUnavailable } from './issuer-fetch.js';

/** The issuer was asked, or answered by the browser, and did not vouch for anybody in a way that holds. */
export class NotVouched extends Error {
  override readonly name = 'NotVouched';
  constructor(
    /** The issuer said no; otherwise what was said does not hold. */
    readonly isTheirNo: boolean,
    /** The kind of fault, in the words of OAuth or of the library; nothing that anybody typed. */
    readonly kind: string,
  ) {
    super(kind);
  }
}

/** What the library throws, as far as it is looked at. */
interface Thrown {
  readonly code?: unknown;
  readonly error?: unknown;
  readonly status?: unknown;
  readonly cause?: unknown;
}

const thrown = (error: unknown): Thrown => (typeof error === 'object' && error !== null ? error : {});

/** Of the issuer's own, or of how it is set up here: in either case nobody's who wants to sign in. [RFC 6749 §4.1.2.1, §5.2] */
const ISSUER_FAULTS = ['server_error', 'temporarily_unavailable', 'invalid_client', 'unauthorized_client'];
/** No answer of an issuer at all, or one that does not know us. */
const NO_ANSWER = ['OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON', 'OAUTH_WWW_AUTHENTICATE_CHALLENGE'];

const isNoAnswer = (error: unknown): boolean => {
  const { code, error: word, cause } = thrown(error);
  // The library's complaint about what an issuer says of itself is a TypeError.
  if (error instanceof TypeError || cause instanceof IssuerUnavailable) return true;
  return ISSUER_FAULTS.includes(String(word)) || NO_ANSWER.includes(String(code));
};

/** What a failure of the library means here: IssuerUnavailable or NotVouched. */
export const meaningOf = (error: unknown): IssuerUnavailable | NotVouched => {
  if (error instanceof IssuerUnavailable || error instanceof NotVouched) return error;
  const { code, error: word } = thrown(error);
  const kind = [word, code].find((one) => typeof one === 'string')?.slice(0, 60) ?? 'unknown';
  return isNoAnswer(error)
    ? new IssuerUnavailable(kind, { cause: error })
    : new NotVouched(word === 'access_denied', kind);
};
