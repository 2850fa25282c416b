/**
 * Words that engines, drivers and systems use of what went wrong. Everything else in a message may be what somebody typed, or a
 * secret, and is left out: there is no telling the two apart by their look.
 */
export const WORDS: ReadonlySet<string> = new Set(
  `a an the this that it its its is are was were be been being not no nor and or of in on at to from for by with without within into
  before after again until while when where because since than then but only all any both each other another some many more most less
  too very already still yet never once last first next same new old more such there here which what who whose has have had
  can cannot can't could may might must should will would do does did don't doesn't didn't
  error errors exception failure failed fails failing fault faulty bug cause caused reason unknown unexpected unexpectedly invalid
  illegal wrong missing found lost empty null undefined nan true false type types value values object objects array arrays function
  functions constructor class classes instance iterable iterator symbol property properties read reading set setting get getting
  argument arguments parameter parameters variable variables initialization assignment constant defined initialized access accessed
  callback promise rejection rejected unhandled async generator proxy prototype extensible frozen converting convert circular structure
  maximum minimum limit limits exceeded exceeds call stack size length range date time bigint mix integer number string boolean regular
  expression input output end token json parse parsing parsed serialize serializing serialized position line column
  connection connections connect connected connecting disconnect disconnected closed close closing open opened opening
  terminated terminate aborted abort canceled cancelled cancel reset refused refuse refuses timed out timeout timeouts deadline exceeded
  wait waited waiting busy idle unavailable available unreachable reachable resolve resolved resolution note name names host hosts
  hostname port address addresses network socket sockets stream streams channel channels server servers client clients node nodes
  leader leaders follower cluster discover discovered discovery attempt attempts try tries tried retry retries established established
  protocol request requests requested response responses answer answers message messages body header headers status code codes
  received receive receiving send sending sent write writing written writes only reads data database databases query queries
  statement statements transaction transactions row rows table tables relation relations index indexes column columns schema view views
  log logs event events payload payloads entry entries stored store stores read append appends revision version versions expected actual exist exists existing already
  disk space device file files folder directory directories permission permissions denied operation operations permitted supported
  unsupported implemented unimplemented internal resource resources exhausted memory heap unauthenticated unauthorized
  authentication certificate certificates self signed expired issuer verify verified trusted untrusted ssl tls handshake alert
  key keys hash digest mac state states system service services process processes pool pools user users role login session lock locks
  locked deadlock detected recovery mode shutdown shutting down starting up administrator command commands due conflict conflicts
  duplicate unique constraint violates violation foreign check canceling cancelled program module import export package
  require required load loading loaded entry point http https ipv4 ipv6 dns resolution produced
  policy timer queue full overloaded buffer bytes byte chunk compressed encoding decode decoding encode encoded cipher decrypt
  encrypt tag auth unable support supports create created update updated delete deleted remove removed insert inserted select
  econnrefused econnreset etimedout enotfound eai_again epipe enospc eacces eperm enoent ehostunreach enetunreach
  ok invalid_argument deadline_exceeded not_found already_exists permission_denied resource_exhausted failed_precondition out_of_range`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
