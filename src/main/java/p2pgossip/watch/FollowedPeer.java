package p2pgossip.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.Offer;
import p2pgossip.gossip.Peer;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSnapshot;
import p2pgossip.gossip.Reply;
import p2pgossip.gossip.Request;
import p2pgossip.net.PeerClient;
import p2pgossip.net.PeerStreams;
import p2pgossip.net.password.Credentials;
import p2pgossip.net.password.Password;
import p2pgossip.network.Observation;

/// A peer of another process that is to be watched: asked who it is, followed if it offers its
/// events, and tried again after growing pauses if that fails. Thread-safe.
final class FollowedPeer implements AutoCloseable {

  /// The state of following it.
  enum Stage {
    /// Nothing is in progress; it is tried when its time has come.
    WAITING,
    /// It was asked who it is.
    ASKED,
    /// Its events are followed.
    FOLLOWED
  }

  private final PeerAddress address;
  private final PeerClient client;
  private final Supplier<Credentials> credentials;
  private final PeerStreams streams;
  private final InstantSource clock;
  private final WatchLimits limits;
  private final Consumer<Observation> sink;

  // All guarded by this.
  private Stage stage = Stage.WAITING;
  private Instant due = Instant.MIN;
  private int failures;

  /// Whether it refuses this program, and the password that it refused.
  private boolean refused;

  private @Nullable Password refusedWith;

  private boolean inSight;
  private boolean closed;
  private PeerStreams.@Nullable Following following;

  /// Counts the attempts, so that late results of an earlier one are recognized.
  private long attempt;

  /// @param client sends on behalf of this program
  /// @param credentials of this program
  /// @param sink receives what is seen; must return at once
  FollowedPeer(
      PeerAddress address,
      PeerClient client,
      Supplier<Credentials> credentials,
      PeerStreams streams,
      InstantSource clock,
      WatchLimits limits,
      Consumer<Observation> sink) {
    this.address = address;
    this.client = client;
    this.credentials = credentials;
    this.streams = streams;
    this.clock = clock;
    this.limits = limits;
    this.sink = sink;
  }

  synchronized Stage stage() {
    return stage;
  }

  /// Whether it is time to try it.
  ///
  /// @param password of this program
  synchronized boolean isDue(Instant now, @Nullable Password password) {
    boolean otherwise = refused && !Objects.equals(password, refusedWith);
    return !closed && stage == Stage.WAITING && (otherwise || !due.isAfter(now));
  }

  /// Asks it who it is, and continues from there.
  void begin() {
    Password password = credentials.get().password();
    long current;
    synchronized (this) {
      if (closed || stage != Stage.WAITING) {
        return;
      }
      stage = Stage.ASKED;
      refused = false;
      current = ++attempt;
    }
    client.send(new Request.Handshake(address), new Handshake(current, password));
  }

  private void introduced(long of, Peer peer, Duration roundTrip) {
    synchronized (this) {
      if (isPast(of)) {
        return;
      }
      if (!peer.offers().contains(Offer.EVENTS)) {
        // It may be another version one day; until then only its neighbours report about it.
        failures = 0;
        pause(limits.longestPause());
        return;
      }
      stage = Stage.FOLLOWED;
    }
    // Not under the lock: if it can't begin, the listener is called before this returns.
    PeerStreams.Following begun =
        streams.follow(address, credentials.get(), new Events(of, roundTrip));
    boolean unwanted;
    synchronized (this) {
      unwanted = isPast(of);
      following = unwanted ? following : begun;
    }
    if (unwanted) {
      begun.close();
    }
  }

  private boolean isPast(long of) {
    return closed || of != attempt;
  }

  private synchronized void failed(long of, String reason) {
    if (isPast(of)) {
      return;
    }
    loseSight(reason);
    pause(pauseAfter(failures));
    failures = Math.min(failures + 1, 30);
  }

  /// Each try with a wrong password counts there, and soon even the right one would be refused: so
  /// it is tried again soon only with another password.
  private synchronized void refused(long of, @Nullable Password password, String reason) {
    if (isPast(of)) {
      return;
    }
    loseSight(reason);
    refused = true;
    refusedWith = password;
    pause(limits.longestPause());
  }

  private void pause(Duration pause) {
    attempt++;
    stage = Stage.WAITING;
    following = null;
    due = clock.instant().plus(pause);
  }

  private Duration pauseAfter(int failuresBefore) {
    Duration pause = limits.firstPause().multipliedBy(1L << Math.min(failuresBefore, 20));
    return pause.compareTo(limits.longestPause()) > 0 ? limits.longestPause() : pause;
  }

  private void loseSight(String reason) {
    if (inSight) {
      inSight = false;
      sink.accept(new Observation.LostSight(clock.instant(), address, reason));
    }
  }

  /// Some of its observations were dropped. It is followed anew, beginning with its whole state;
  /// after a growing pause, so that a peer that sends too much does not take all the time.
  void lookAnew() {
    PeerStreams.Following ending;
    synchronized (this) {
      if (closed || stage != Stage.FOLLOWED) {
        return;
      }
      ending = following;
      pause(pauseAfter(failures));
      failures = Math.min(failures + 1, 30);
    }
    if (ending != null) {
      ending.close();
    }
  }

  /// Stops watching it. Idempotent.
  @Override
  public void close() {
    end("it is no longer watched");
  }

  private void end(String reason) {
    PeerStreams.Following ending;
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      ending = following;
      following = null;
      loseSight(reason);
    }
    if (ending != null) {
      ending.close();
    }
  }

  private final class Handshake implements PeerClient.Outcome {

    private final long of;
    private final @Nullable Password password;

    Handshake(long of, @Nullable Password password) {
      this.of = of;
      this.password = password;
    }

    @Override
    public void answered(Reply reply, Duration roundTrip) {
      if (reply instanceof Reply.Introduced introduced) {
        introduced(of, introduced.peer(), roundTrip);
      } else {
        FollowedPeer.this.failed(of, "it did not say who it is");
      }
    }

    @Override
    public void failed(Failure failure) {
      if (failure.kind() == Failure.Kind.UNAUTHORIZED) {
        refused(of, password, failure.reason());
      } else {
        FollowedPeer.this.failed(of, failure.reason());
      }
    }
  }

  /// The events of one stream.
  private final class Events implements PeerStreams.Listener {

    private final long of;
    private final ForeignClock theirs;
    private @Nullable Instant begun;

    Events(long of, Duration roundTrip) {
      this.of = of;
      theirs = new ForeignClock(roundTrip);
    }

    @Override
    public void seen(PeerSnapshot snapshot, Instant receivedAt) {
      synchronized (FollowedPeer.this) {
        if (isPast(of)) {
          return;
        }
        inSight = true;
        begun = begun == null ? receivedAt : begun;
        Instant at = theirs.set(snapshot.at(), receivedAt);
        sink.accept(new Observation.Seen(at, snapshot));
      }
    }

    @Override
    public void happened(GossipEvent event) {
      synchronized (FollowedPeer.this) {
        if (isPast(of) || !inSight) {
          return;
        }
        Instant received = clock.instant();
        if (failures > 0 && begun != null && received.isAfter(begun.plus(limits.longestPause()))) {
          failures = 0;
        }
        Instant at = theirs.ours(event.at(), received);
        sink.accept(new Observation.Happened(at, address, event));
      }
    }

    @Override
    public void ended(String reason) {
      FollowedPeer.this.failed(of, reason);
    }
  }
}
