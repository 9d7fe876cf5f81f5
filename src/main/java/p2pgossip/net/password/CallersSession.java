package p2pgossip.net.password;

import java.security.MessageDigest;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// The calling side of a session: signs requests, and checks that an answer is the one to its
/// request. Thread-safe.
public final class CallersSession {

  private final Meeting meeting;
  private final String name;
  private final byte[] requests;
  private final byte[] answers;
  private final AtomicLong counter = new AtomicLong();

  CallersSession(Meeting meeting, String name, Keys keys) {
    this.meeting = meeting;
    this.name = name;
    requests = keys.requests();
    answers = keys.answers();
  }

  /// The two peers and their connection.
  public Meeting meeting() {
    return meeting;
  }

  /// Signs a request. Each call uses a counter.
  ///
  /// @param head with the addresses and the fingerprint of [#meeting]
  public Proof prove(RequestHead head, byte[] body) {
    long next = counter.incrementAndGet();
    byte[] digest = Bytes.sha256(body);
    return new Proof(name, next, digest, Macs.ofRequest(requests, name, next, head, digest));
  }

  /// Whether an answer comes from the called peer, answers that request, and is complete.
  ///
  /// @param of the counter of the request
  /// @param header the answer's `Authentication-Info`
  /// @param contentType null if there is none
  /// @param body all of it; empty for the head of a stream of events
  public boolean isAnswer(
      long of, @Nullable String header, int status, @Nullable String contentType, byte[] body) {
    byte[] said = AnswerProof.read(header);
    return said != null
        && MessageDigest.isEqual(
            said,
            Macs.ofAnswer(answers, name, of, status, contentType == null ? "" : contentType, body));
  }

  /// Whether an event comes from the called peer and follows the one before.
  ///
  /// @param of the counter of the request for the stream
  /// @param number of the event in the stream, from 1
  /// @param said the MAC in the stream; empty if absent
  public boolean isEvent(long of, long number, String name, byte[] data, String said) {
    byte[] mac = Proof.bytes(said);
    return mac != null
        && MessageDigest.isEqual(mac, Macs.ofEvent(answers, this.name, of, number, name, data));
  }
}
