package p2pgossip.net.password;

import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.PeerAddress;

/// What one peer has to show others and to know them by: its own address, its password, which may
/// change at any time, the sessions with those whom it calls and with those who call it. All
/// sessions end when the password changes. Thread-safe.
public final class Credentials {

  /// Sessions with peers that are called, at a time; the one that was used the longest ago gives
  /// way.
  static final int MOST_CALLED = 4_096;

  private final @Nullable PeerAddress self;
  private final Set<PeerAddress> unannounced;
  private final AcceptedSessions accepted;

  // All guarded by this.
  private @Nullable Password password;
  private final SequencedMap<PeerAddress, CallersSession> made = new LinkedHashMap<>();
  private final FailedIntroductions failed;

  /// Of somebody who is no peer and knows no password.
  public static Credentials none() {
    return new Credentials(null, Set.of(), null, System::nanoTime);
  }

  /// @param self where this peer is reached
  /// @param password null where there is none
  public Credentials(PeerAddress self, @Nullable Password password) {
    this(self, Set.of(), password);
  }

  /// @param self where this peer is reached
  /// @param unannounced where it is reached besides, and does not say so
  /// @param password null where there is none
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

  /// Where this peer is reached; null for somebody who is none.
  public @Nullable PeerAddress self() {
    return self;
  }

  /// Whether this peer is reached at an address, as it was told.
  public boolean isSelf(PeerAddress address) {
    return address.equals(self) || unannounced.contains(address);
  }

  /// Another password from now on. Nobody has shown yet that he knows it.
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

  /// A session with somebody who is called.
  ///
  /// @param fingerprint of the certificate that the called one shows now; a session begun over
  ///     another is none for this connection, so that whoever stands between gets to hear nothing
  public synchronized @Nullable CallersSession sessionWith(PeerAddress called, String fingerprint) {
    CallersSession session = made.remove(called);
    if (session == null) {
      return null;
    }
    made.putLast(called, session);
    return session.meeting().fingerprint().equals(fingerprint) ? session : null;
  }

  /// The called one has shown that it knows the password.
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

  /// The called one knows a session no longer.
  public synchronized void forget(CallersSession session) {
    made.remove(session.meeting().called(), session);
  }

  /// A tag is being sent to somebody who has not shown yet that he knows the password: he may learn
  /// that one guess of his is wrong, and gets no other at once, unless he shows it now.
  ///
  /// @param failure until he does
  public synchronized void notMetYet(PeerAddress called, Password with, Failure failure) {
    if (with.equals(password)) {
      failed.failed(called, failure);
    }
  }

  /// Why he has not shown it.
  public synchronized void notMet(PeerAddress called, Password with, Failure failure) {
    if (with.equals(password)) {
      failed.explain(called, failure);
    }
  }

  /// Why no introduction may be begun there now, see [FailedIntroductions]; null where one may.
  public synchronized @Nullable Failure holdsBack(PeerAddress called) {
    return failed.holdsBack(called);
  }

  /// A caller has shown that it knows the password.
  ///
  /// @param with the password that was used
  /// @return whether it is still the one that counts
  public synchronized boolean accept(CalledSession session, Password with) {
    boolean current = with.equals(password);
    if (current) {
      accepted.add(session);
    }
    return current;
  }

  /// A caller's session; null where there is none of that name.
  public @Nullable CalledSession accepted(String name) {
    return accepted.find(name);
  }

  /// Lets a peer of this process in, if it has the same password, with no more arithmetic than
  /// random numbers.
  ///
  /// @return the caller's end of the session; null where the passwords are not the same
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
