package p2pgossip.net;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hc.core5.reactor.IOSession;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.net.password.CallersSession;
import p2pgossip.net.password.Credentials;
import p2pgossip.net.password.LocalPeers;
import p2pgossip.net.password.Meeting;
import p2pgossip.net.password.Password;

/// Finds the session for a request, or begins one: in memory with a peer of this process, else by
/// an introduction. Of several requests to one peer at a time, one introduces and the others wait
/// for it. Thread-safe.
final class Introductions {

  private final LocalPeers local;
  private final CallingThreads threads;

  // Guarded by this.
  private final Map<Key, List<Introducer.Outcome>> underWay = new HashMap<>();

  private record Key(Credentials credentials, Meeting meeting, Password password) {}

  Introductions(LocalPeers local, CallingThreads threads) {
    this.local = local;
    this.threads = threads;
  }

  /// A session that exists or costs nothing; null if an introduction is needed.
  ///
  /// @param fingerprint of the certificate at the other end of the connection
  static @Nullable CallersSession session(
      LocalPeers local, Credentials credentials, PeerAddress called, String fingerprint) {
    CallersSession known = credentials.sessionWith(called, fingerprint);
    return known != null ? known : local.meet(credentials, called, fingerprint);
  }

  @Nullable CallersSession session(
      Credentials credentials, PeerAddress called, String fingerprint) {
    return session(local, credentials, called, fingerprint);
  }

  /// Introduces the owner of the credentials, over a connection that nothing else uses.
  void introduce(
      Credentials credentials,
      Password password,
      Meeting meeting,
      IOSession connection,
      Introducer.Outcome outcome) {
    Key key = new Key(credentials, meeting, password);
    Failure heldBack;
    synchronized (this) {
      List<Introducer.Outcome> waiting = underWay.get(key);
      if (waiting != null) {
        waiting.add(outcome);
        return;
      }
      heldBack = credentials.reasonToWait(meeting.called());
      if (heldBack == null) {
        underWay.put(key, new ArrayList<>());
      }
    }
    if (heldBack != null) {
      outcome.failed(new FailedRequest(heldBack));
      return;
    }
    new Introducer(credentials, password, meeting, connection, threads, new Shared(key, outcome))
        .begin();
  }

  private synchronized List<Introducer.Outcome> end(Key key) {
    List<Introducer.Outcome> waiting = underWay.remove(key);
    return waiting == null ? List.of() : waiting;
  }

  /// Reports the outcome of an introduction to all that waited for it.
  private final class Shared implements Introducer.Outcome {

    private final Key key;
    private final Introducer.Outcome first;

    Shared(Key key, Introducer.Outcome first) {
      this.key = key;
      this.first = first;
    }

    @Override
    public void met() {
      List<Introducer.Outcome> waiting = end(key);
      first.met();
      waiting.forEach(Introducer.Outcome::met);
    }

    @Override
    public void failed(FailedRequest failure) {
      List<Introducer.Outcome> waiting = end(key);
      first.failed(failure);
      waiting.forEach(outcome -> outcome.failed(failure));
    }

    /// Others that wait on kept connections try again on fresh ones.
    @Override
    public void broken(Exception cause, boolean answerBegun) {
      List<Introducer.Outcome> waiting = end(key);
      first.broken(cause, answerBegun);
      waiting.forEach(outcome -> outcome.broken(cause, answerBegun));
    }
  }
}
