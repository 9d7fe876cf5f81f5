package p2pgossip.net.password;

import java.security.MessageDigest;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Source;

/// The called side of a session: recognizes the caller's requests, accepts each of them once, and
/// signs the answers. Thread-safe.
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

  /// A session with a peer of this process.
  static CalledSession ofNeighbor(Meeting meeting, String name, Keys keys) {
    PeerAddress caller = meeting.caller();
    return new CalledSession(meeting, caller, Source.of(caller.ip()), name, keys);
  }

  /// The peer that has proven that it knows the password.
  public PeerAddress caller() {
    return caller;
  }

  /// Whether an address is the caller's, as seen from here or as the caller itself says.
  public boolean isOf(PeerAddress address) {
    return address.equals(caller) || address.equals(meeting.caller());
  }

  Source source() {
    return source;
  }

  String name() {
    return name;
  }

  /// Whether it has ended, because the password has changed or too many sessions came later.
  public boolean isOver() {
    return over;
  }

  void end() {
    over = true;
  }

  /// Whether a request belongs to this session and was not received before. Its body must still be
  /// compared with [Proof#digest].
  ///
  /// @param head of the request, with the fingerprint of this peer's own certificate
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

  /// Whether a body belongs to a request.
  public static boolean isBodyOf(Proof proof, byte[] body) {
    return MessageDigest.isEqual(proof.digest(), Bytes.sha256(body));
  }

  /// Makes the `Authentication-Info` of an answer.
  ///
  /// @param of the counter of the request
  /// @param contentType empty if there is none
  /// @param body as it is sent: empty for `HEAD` and 204, and for the head of a stream of events
  public String proveAnswer(long of, int status, String contentType, byte[] body) {
    return AnswerProof.write(Macs.ofAnswer(answers, name, of, status, contentType, body));
  }

  /// Signs an event in a stream.
  ///
  /// @param of the counter of the request for the stream
  /// @param number of the event in the stream, from 1
  public String proveEvent(long of, long number, String name, byte[] data) {
    return Bytes.base64(Macs.ofEvent(answers, this.name, of, number, name, data));
  }
}
