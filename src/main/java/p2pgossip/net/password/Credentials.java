package p2pgossip.net.password;

import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.PeerAddress;

/// What one peer proves to others, and what others prove to it: its own address, its password,
/// which may change at any time, and the sessions in both directions. All sessions end when the
/// password changes. Thread-safe.
public final class Credentials {

  /// Sessions with called peers at a time; the least recently used one gives way.
  static final int MOST_CALLED = 4_096;

  private final @Nullable PeerAddress self;
  private final Set<PeerAddress> unannounced;
  private final AcceptedSessions accepted;

  // All guarded by this.
  private @Nullable Password password;
  private final SequencedMap<PeerAddress, CallersSession> made = new LinkedHashMap<>();
  private final FailedIntroductions failed;

  /// Credentials of a client that is not a peer and knows no password.
  public static Credentials none() {
    return new Credentials(null, Set.of(), null, System::nanoTime);
  }

  /// @param self where this peer is reached
  /// @param password null for none
  public Credentials(PeerAddress self, @Nullable Password password) {
    this(self, Set.of(), password);
  }

  /// @param self where this peer is reached
  /// @param unannounced where it is reached as well, without announcing it
  /// @param password null for none
  public Credentials(PeerAddress self, Set<PeerAddress> unannounced, @Nullable Password password) {
    this(self, unannounced, password, System::nanoTime);
  }

  /// @param nanos a clock that never goes backwards
  Credentials(
      @Nullable PeerAddress self,
      Set<PeerAddress> unannounced,
      @Nullable Password password,
      LongSupplier nanos) {
    this.self = self;
    this.unannounced = Set.copyOf(unannounced);
    this.password = password;
    accepted = new AcceptedSessions(nanos);
    failed = new FailedIntroductions(nanos);
  }

  /// Where this peer is reached; null if it is not a peer.
  public @Nullable PeerAddress self() {
    return self;
  }

  /// Whether this peer is reached at an address, as its user says.
  public boolean isSelf(PeerAddress address) {
    return address.equals(self) || unannounced.contains(address);
  }

  /// Changes the password. Nobody has proven yet that they know the new one.
  ///
  /// @param newPassword null for none
  public synchronized void set(@Nullable Password newPassword) {
    password = newPassword;
    made.clear();
    failed.clear();
    accepted.clear();
  }

  public synchronized @Nullable Password password() {
    return password;
  }

  /// The session with a called peer; null if there is none.
  ///
  /// @param fingerprint of the certificate that the called peer shows now; a session begun over
  ///     another is not used on this connection, so that a man in the middle hears nothing
  public synchronized @Nullable CallersSession sessionWith(PeerAddress called, String fingerprint) {
    CallersSession session = made.remove(called);
    if (session == null) {
      return null;
    }
    made.putLast(called, session);
    return session.meeting().fingerprint().equals(fingerprint) ? session : null;
  }

  /// The called peer has proven that it knows the password.
  ///
  /// @param with the password that was used
  public synchronized void met(CallersSession session, Password with) {
    if (with.equals(password)) {
      PeerAddress called = session.meeting().called();
      failed.succeeded(called);
      made.putLast(called, session);
      if (made.size() > MOST_CALLED) {
        made.pollFirstEntry();
      }
    }
  }

  /// The called peer no longer knows a session.
  public synchronized void forget(CallersSession session) {
    made.remove(session.meeting().called(), session);
  }

  /// A tag is about to be sent to a peer that has not proven yet that it knows the password: it may
  /// learn that one guess is wrong, and gets no other soon, unless it gives the proof now.
  ///
  /// @param failure reported until it does
  public synchronized void notMetYet(PeerAddress called, Password with, Failure failure) {
    if (with.equals(password)) {
      failed.failed(called, failure);
    }
  }

  /// The reason why it has not given the proof.
  public synchronized void notMet(PeerAddress called, Password with, Failure failure) {
    if (with.equals(password)) {
      failed.explain(called, failure);
    }
  }

  /// The reason why no introduction may begin there now, see [FailedIntroductions]; null if one
  /// may.
  public synchronized @Nullable Failure reasonToWait(PeerAddress called) {
    return failed.reasonToWait(called);
  }

  /// A caller has proven that it knows the password.
  ///
  /// @param with the password that was used
  /// @return whether it is still the current one
  public synchronized boolean accept(CalledSession session, Password with) {
    boolean current = with.equals(password);
    if (current) {
      accepted.add(session);
    }
    return current;
  }

  /// The caller's session with a name; null if there is none.
  public @Nullable CalledSession accepted(String name) {
    return accepted.find(name);
  }

  /// Lets a peer of this process in if it has the same password, at no more cost than random
  /// numbers.
  ///
  /// @return the caller's side of the session; null if the passwords differ
  @Nullable CallersSession admitNeighbor(Password callers, Meeting meeting, SecureRandom random) {
    byte[] name = new byte[CalledPairing.NAME_BYTES];
    byte[] keys = new byte[4 * Keys.BYTES];
    random.nextBytes(name);
    random.nextBytes(keys);
    Keys shared = Keys.of(keys);
    String text = Bytes.base64(name);
    CalledSession theirs = CalledSession.ofNeighbor(meeting, text, shared);
    return accept(theirs, callers) ? new CallersSession(meeting, text, shared) : null;
  }
}
