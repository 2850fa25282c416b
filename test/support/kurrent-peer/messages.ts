import {
  type AppendReq,
  AppendResp,
  type BatchAppendReq,
  type ReadReq,
  ReadResp,
} from '@eventstore/db-client/generated/streams_pb.js';
import { Empty, StreamIdentifier, UUID } from '@eventstore/db-client/generated/shared_pb.js';
import type { Expected, Kept, Proposed, Written } from './peer-log.js';

/** Translates between the messages of the wire and the words of the log. */
export const nameOf = (stream: StreamIdentifier | undefined): string =>
  Buffer.from(stream?.getStreamName_asU8() ?? []).toString();

const uuidOf = (id: UUID | undefined): string => {
  const parts = id?.getStructured();
  if (!parts) return id?.getString() ?? '';
  const hex = [parts.getMostSignificantBits(), parts.getLeastSignificantBits()]
    .map((bits) => BigInt.asUintN(64, BigInt(bits)).toString(16).padStart(16, '0'))
    .join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};

export const proposed = (message: AppendReq.ProposedMessage | BatchAppendReq.ProposedMessage): Proposed => ({
  id: uuidOf(message.getId()),
  type: message.getMetadataMap().get('type') ?? '',
  contentType: message.getMetadataMap().get('content-type') ?? '',
  data: message.getData_asU8(),
  metadata: message.getCustomMetadata_asU8(),
});

export const expectedBy = (options: AppendReq.Options): Expected => {
  if (options.hasRevision()) return BigInt(options.getRevision());
  if (options.hasNoStream()) return 'none';
  return options.hasStreamExists() ? 'exists' : 'any';
};

export const appendAnswer = (written: Written, expected: Expected): AppendResp => {
  const answer = new AppendResp();
  if (written.is === 'written') {
    const position = new AppendResp.Position();
    position.setCommitPosition(String(written.last.position));
    position.setPreparePosition(String(written.last.position));
    const success = new AppendResp.Success();
    success.setCurrentRevision(String(written.last.revision));
    success.setPosition(position);
    return answer.setSuccess(success);
  }
  const conflict = new AppendResp.WrongExpectedVersion();
  if (written.actual === undefined) conflict.setCurrentNoStream(new Empty());
  else conflict.setCurrentRevision(String(written.actual));
  if (typeof expected === 'bigint') conflict.setExpectedRevision(String(expected));
  else conflict.setExpectedNoStream(new Empty());
  return answer.setWrongExpectedVersion(conflict);
};

export const eventAnswer = (kept: Kept): ReadResp => {
  const stream = new StreamIdentifier();
  stream.setStreamName(Buffer.from(kept.stream).toString('base64'));
  const record = new ReadResp.ReadEvent.RecordedEvent();
  record.setId(new UUID().setString(kept.id));
  record.setStreamIdentifier(stream);
  record.setStreamRevision(String(kept.revision));
  // Events written by gRPC have one position for both (kurrentdb.md 4.1).
  record.setCommitPosition(String(kept.position));
  record.setPreparePosition(String(kept.position));
  record.getMetadataMap().set('type', kept.type).set('content-type', kept.contentType).set('created', '0');
  record.setData(kept.data);
  record.setCustomMetadata(kept.metadata);
  const event = new ReadResp.ReadEvent();
  event.setEvent(record);
  event.setCommitPosition(String(kept.position));
  return new ReadResp().setEvent(event);
};

export const notFoundAnswer = (): ReadResp => new ReadResp().setStreamNotFound(new ReadResp.StreamNotFound());

export const confirmation = (id: string): ReadResp =>
  new ReadResp().setConfirmation(new ReadResp.SubscriptionConfirmation().setSubscriptionId(id));

export const caughtUp = (): ReadResp => new ReadResp().setCaughtUp(new ReadResp.CaughtUp());

export const checkpointAt = (position: bigint): ReadResp => {
  const checkpoint = new ReadResp.Checkpoint();
  checkpoint.setCommitPosition(String(position));
  checkpoint.setPreparePosition(String(position));
  return new ReadResp().setCheckpoint(checkpoint);
};

/** Which events a filter lets through; regular expressions or prefixes, of the stream's name or the event's type. */
export const filterOf = (options: ReadReq.Options): ((event: Kept) => boolean) => {
  const filter = options.getFilter();
  if (!filter) return () => true;
  const onStream = filter.getStreamIdentifier();
  const expression = onStream ?? filter.getEventType();
  const regex = expression?.getRegex() ?? '';
  const prefixes = expression?.getPrefixList() ?? [];
  return ({ stream, type }) => {
    const text = onStream ? stream : type;
    return regex === '' ? prefixes.some((prefix) => text.startsWith(prefix)) : new RegExp(regex).test(text);
  };
};

export const nonsense = (): ReadResp => {
  const event = new ReadResp.ReadEvent();
  event.setEvent(new ReadResp.ReadEvent.RecordedEvent());
  return new ReadResp().setEvent(event);
};
