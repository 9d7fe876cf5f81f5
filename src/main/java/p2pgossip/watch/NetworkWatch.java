package p2pgossip.watch;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import p2pgossip.fault.FaultBoard;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.net.PeerClient;
import p2pgossip.net.PeerStreams;
import p2pgossip.net.password.Credentials;
import p2pgossip.net.password.Password;
import p2pgossip.network.Observation;
import p2pgossip.peer.PeerRuntime;
import p2pgossip.peer.RunningPeer;
import p2pgossip.steering.SteerablePeer;

/// Gathers observations of the network: those of the peers of this process, those that other peers
/// offer, and the faults in force. Thread-safe; no method waits for the network.
///
/// Of peers that offer none, such as the original, only their neighbours' claims are known.
public final class NetworkWatch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(NetworkWatch.class);
  private static final Credentials NOBODY = Credentials.none();

  private final PeerClient client;
  private final PeerStreams streams;
  private final InstantSource clock;
  private final ScheduledExecutorService scheduler;
  private final FaultBoard faults;
  private final WatchLimits limits;
  private final Runnable news;
  private final ObservationQueue queue;
  private final ScheduledFuture<?> beat;
  private final FaultBoard.Subscription faultsHeard;

  // Guarded by this.
  private final SequencedMap<PeerAddress, OwnPeer> own = new LinkedHashMap<>();
  private final Map<PeerAddress, FollowedPeer> others = new LinkedHashMap<>();
  private boolean closed;

  /// @param news is called when there are observations to take and there were none before, on any
  ///     thread, including one that holds a peer's lock: it must return at once, and call neither
  ///     this nor any peer
  public NetworkWatch(PeerRuntime runtime, Runnable news) {
    this(runtime, WatchLimits.DEFAULT, news);
  }

  public NetworkWatch(PeerRuntime runtime, WatchLimits limits, Runnable news) {
    this.client = runtime.client(this::credentials);
    this.streams = runtime.streams();
    this.clock = runtime.clock();
    this.scheduler = runtime.scheduler();
    this.faults = runtime.faults();
    this.limits = limits;
    this.news = news;
    this.queue =
        new ObservationQueue(limits.waiting(), limits.waitingOfFavored(), limits.waitingOfOne());
    this.faultsHeard = faults.listen(_ -> tellFaults());
    if (!faults.inForce().isEmpty()) {
      tellFaults();
    }
    long millis = limits.beat().toMillis();
    beat = scheduler.scheduleWithFixedDelay(this::proceed, millis, millis, TimeUnit.MILLISECONDS);
  }

  private void tellFaults() {
    add(new Observation.FaultsChanged(clock.instant(), faults.inForce().faults()), true);
  }

  /// Reserves room for the observations of one peer from now on, however many of others come.
  public void favor(PeerAddress peer) {
    queue.favor(peer);
  }

  /// Watches a peer of this process from now on, to its end. Its present state comes first.
  public void add(SteerablePeer peer) {
    PeerAddress address = peer.address();
    // A simulated peer has nothing to prove: none of its network is reached from here.
    Credentials credentials = peer instanceof RunningPeer real ? real.credentials() : NOBODY;
    OwnPeer added = new OwnPeer(address, credentials, observation -> addOwn(address, observation));
    FollowedPeer replaced;
    OwnPeer before;
    synchronized (this) {
      if (closed) {
        return;
      }
      replaced = others.remove(address);
      before = own.put(address, added);
    }
    // Claims of others about it end before it reports for itself.
    if (replaced != null) {
      replaced.close();
    }
    if (before != null) {
      before.close();
    }
    added.begin(peer);
    synchronized (this) {
      if (!closed && own.get(address) == added) {
        return;
      }
    }
    added.close();
  }

  private void addOwn(PeerAddress address, Observation observation) {
    add(observation, true);
    if (observation instanceof Observation.Happened happened
        && happened.event() instanceof GossipEvent.Stopped) {
      synchronized (this) {
        own.remove(address);
      }
    }
  }

  /// Adds an observation that the caller makes.
  public void note(Observation observation) {
    synchronized (this) {
      if (closed) {
        return;
      }
    }
    add(observation, true);
  }

  private void add(Observation observation, boolean trusted) {
    if (queue.add(observation, trusted)) {
      news.run();
    }
  }

  /// Others let this program in as the first of its peers.
  private Credentials credentials() {
    synchronized (this) {
      return own.isEmpty() ? NOBODY : own.firstEntry().getValue().credentials();
    }
  }

  /// Sets the visible peers: those of other processes are followed if they offer it, the first ones
  /// first if there are too many; all others are no longer followed.
  public void follow(Collection<PeerAddress> visible) {
    Set<PeerAddress> wanted = new LinkedHashSet<>();
    List<FollowedPeer> unwanted = new ArrayList<>();
    synchronized (this) {
      if (closed) {
        return;
      }
      for (PeerAddress address : visible) {
        if (wanted.size() < limits.candidates() && !own.containsKey(address)) {
          wanted.add(address);
        }
      }
      others
          .entrySet()
          .removeIf(
              entry -> {
                boolean gone = !wanted.contains(entry.getKey());
                if (gone) {
                  unwanted.add(entry.getValue());
                }
                return gone;
              });
      for (PeerAddress address : wanted) {
        others.computeIfAbsent(
            address,
            it ->
                new FollowedPeer(
                    it,
                    client,
                    this::credentials,
                    streams,
                    clock,
                    limits,
                    observation -> add(observation, false)));
      }
    }
    unwanted.forEach(FollowedPeer::close);
    proceed();
  }

  /// Begins with the peers that are due.
  private void proceed() {
    List<FollowedPeer> due = new ArrayList<>();
    synchronized (this) {
      Instant now = clock.instant();
      Password password = credentials().password();
      int asked = 0;
      int followed = 0;
      for (FollowedPeer peer : others.values()) {
        switch (peer.stage()) {
          case ASKED -> asked++;
          case FOLLOWED -> followed++;
          case WAITING -> {}
        }
      }
      for (FollowedPeer peer : others.values()) {
        boolean room = asked < limits.handshakes() && asked + followed < limits.followed();
        if (room && peer.isDue(now, password)) {
          due.add(peer);
          asked++;
        }
      }
    }
    due.forEach(FollowedPeer::begin);
  }

  /// How many observations wait to be taken.
  public int waiting() {
    return queue.size();
  }

  /// How many peers of other processes are being followed.
  public synchronized int followed() {
    return (int)
        others.values().stream()
            .filter(peer -> peer.stage() == FollowedPeer.Stage.FOLLOWED)
            .count();
  }

  /// All observations since the last call. If some were dropped, the state of their peers is read
  /// anew.
  public Gathered take() {
    ObservationQueue.Taken taken = queue.take();
    if (!taken.gaps().isEmpty() || taken.faultsMissed()) {
      try {
        scheduler.execute(() -> lookAnew(taken));
      } catch (RejectedExecutionException e) {
        LOG.debug("Peers with dropped observations are not read anew: the program is ending", e);
      }
    }
    return taken.gathered();
  }

  private void lookAnew(ObservationQueue.Taken taken) {
    if (taken.faultsMissed()) {
      tellFaults();
    }
    for (PeerAddress address : taken.gaps()) {
      OwnPeer ownPeer;
      FollowedPeer other;
      synchronized (this) {
        if (closed) {
          return;
        }
        ownPeer = own.get(address);
        other = others.get(address);
      }
      if (ownPeer != null) {
        ownPeer.lookAnew();
      } else if (other != null) {
        other.lookAnew();
      } else {
        // The dropped observation may be its end.
        add(new Observation.LostSight(clock.instant(), address, "it is no longer watched"), true);
      }
    }
  }

  /// Stops watching. Observations that wait can still be taken. Idempotent.
  @Override
  public void close() {
    List<OwnPeer> ownPeers;
    List<FollowedPeer> otherPeers;
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      ownPeers = List.copyOf(own.values());
      otherPeers = List.copyOf(others.values());
      own.clear();
      others.clear();
    }
    beat.cancel(false);
    faultsHeard.close();
    ownPeers.forEach(OwnPeer::close);
    otherPeers.forEach(FollowedPeer::close);
  }
}
