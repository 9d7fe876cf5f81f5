package p2pgossip.net.password;

import java.security.MessageDigest;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Source;

/// A session at the side of the one who is called: it tells the caller's requests from those of
/// others, takes each of them once, and makes answers that show whose they are. Thread-safe.
public final class CalledSession {

  private final Meeting meeting;
  private final PeerAddress caller;
  private final Source source;
  private final String name;
  private final byte[] requests;
  private final byte[] answers;

  // Guarded by this.
  private final CounterWindow counters = new CounterWindow();

  private volatile boolean over;

  /// @param caller where it is reached, as seen from here
  /// @param source from where it introduced itself
  CalledSession(Meeting meeting, PeerAddress caller, Source source, String name, Keys keys) {
    this.meeting = meeting;
    this.caller = caller;
    this.source = source;
    this.name = name;
    requests = keys.requests();
    answers = keys.answers();
  }

  /// One with a peer of this process.
  static CalledSession ofNeighbor(Meeting meeting, String name, Keys keys) {
    PeerAddress caller = meeting.caller();
    return new CalledSession(meeting, caller, Source.of(caller.ip()), name, keys);
  }

  /// The peer that has shown that it knows the password.
  public PeerAddress caller() {
    return caller;
  }

  /// Whether an address is the caller's, as it is seen from here or as it says itself.
  public boolean isOf(PeerAddress address) {
    return address.equals(caller) || address.equals(meeting.caller());
  }

  Source source() {
    return source;
  }

  String name() {
    return name;
  }

  /// Whether it has ended: because the password has changed, or as many others came later as may
  /// be.
  public boolean isOver() {
    return over;
  }

  void end() {
    over = true;
  }

  /// Whether a request is one of this session that was not heard before. Its body is still to be
  /// compared with [Proof#digest].
  ///
  /// @param head as the request came, with the fingerprint of this peer's own certificate
  public boolean takes(Proof proof, RequestHead head) {
    if (over
        || !head.from().equals(meeting.caller().toString())
        || !head.host().equals(meeting.called().toString())
        || !head.fingerprint().equals(meeting.fingerprint())) {
      return false;
    }
    byte[] expected = Macs.ofRequest(requests, name, proof.counter(), head, proof.digest());
    if (!MessageDigest.isEqual(expected, proof.mac())) {
      return false;
    }
    synchronized (this) {
      return counters.use(proof.counter());
    }
  }

  /// Whether a body is the one that a request came with.
  public static boolean isBodyOf(Proof proof, byte[] body) {
    return MessageDigest.isEqual(proof.digest(), Bytes.sha256(body));
  }

  /// For the `Authentication-Info` of an answer.
  ///
  /// @param of the counter of the request
  /// @param contentType empty where there is none
  /// @param body as it is sent: empty for `HEAD` and 204, and for the head of a stream of events
  public String proveAnswer(long of, int status, String contentType, byte[] body) {
    return AnswerProof.write(Macs.ofAnswer(answers, name, of, status, contentType, body));
  }

  /// What an event in a stream shows.
  ///
  /// @param of the counter of the request for the stream
  /// @param number of the event in the stream, from 1
  public String proveEvent(long of, long number, String name, byte[] data) {
    return Bytes.base64(Macs.ofEvent(answers, this.name, of, number, name, data));
  }
}
