import { type Empty } from '@eventstore/db-client/generated/shared_pb.js';
import { ClusterInfo, EndPoint, MemberInfo } from '@eventstore/db-client/generated/gossip_pb.js';
import { UUID } from '@eventstore/db-client/generated/shared_pb.js';
import { SupportedMethod, SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb.js';
import type { sendUnaryData, ServerUnaryCall } from '@grpc/grpc-js';
import type { Member, PeerNode } from './peer-node.js';

/** Which calls there are: the client asks once a connection (ServerFeatures.cs of kurrent-io/KurrentDB). */
export const features =
  (peer: PeerNode) =>
  (_: ServerUnaryCall<Empty, SupportedMethods>, answer: sendUnaryData<SupportedMethods>): void => {
    peer.asked.features += 1;
    const method = new SupportedMethod();
    method.setServiceName('event_store.client.streams.Streams');
    method.setMethodName('batchappend');
    const methods = new SupportedMethods();
    methods.setEventStoreServerVersion('24.10.0');
    methods.setMethodsList([method]);
    answer(null, methods);
  };

/** The nodes of a cluster, its leader among them: https://docs.kurrent.io/server/v25.0/configuration/cluster.html */
export const gossip =
  (peer: PeerNode) =>
  (_: ServerUnaryCall<Empty, ClusterInfo>, answer: sendUnaryData<ClusterInfo>): void => {
    peer.asked.gossip += 1;
    if (peer.faults.gossip?.() === 'silence') return;
    peer.serve(() => answer(null, new ClusterInfo().setMembersList(peer.members().map(memberOf))));
  };

const STATES = {
  leader: MemberInfo.VNodeState.LEADER,
  follower: MemberInfo.VNodeState.FOLLOWER,
  unknown: MemberInfo.VNodeState.UNKNOWN,
} as const;

const memberOf = ({ host, port, state }: Member): MemberInfo => {
  const member = new MemberInfo();
  member.setInstanceId(new UUID().setString('00000000-0000-4000-8000-00000000000a'));
  member.setTimeStamp('0');
  member.setIsAlive(true);
  member.setState(STATES[state]);
  return member.setHttpEndPoint(new EndPoint().setAddress(host).setPort(port));
};
