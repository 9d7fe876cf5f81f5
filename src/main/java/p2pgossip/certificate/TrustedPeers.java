package p2pgossip.certificate;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import p2pgossip.gossip.Fingerprint;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Source;

/// Remembers the key with which each peer was first met, as SSH does, in a file that all processes
/// of the user share. Thread-safe; no method waits for the disk, except [#open], [#flush] and
/// [#close].
///
/// At most 10,000 are remembered, 1,000 of one source. Beyond that, the one met the longest ago
/// gives way, of the source of which most are known, but never one that the user asked for, in any
/// process: at least the last 1,000 of those stay.
public final class TrustedPeers implements Trust, AutoCloseable {

  static final int BOUND = 10_000;

  /// Of one machine, or one IPv6 network of 64 bits.
  static final int MOST_OF_SOURCE = 1_000;

  /// The most peers that the user asked for, in one run and in those before.
  private static final int MOST_ASKED = 1_000;

  /// The time of the last meeting is kept to the day, so it need not be written at each meeting.
  private static final Duration SEEN_ANEW = Duration.ofDays(1);

  private static final long CLOSING_SECONDS = 2;
  private static final Logger LOG = LoggerFactory.getLogger(TrustedPeers.class);

  private final TrustedPeersFile file;
  private final InstantSource clock;
  private final ExecutorService disk =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("trusted-peers").factory());

  // Guarded by this.
  private Map<PeerAddress, TrustedPeer> known = new HashMap<>();
  private List<Change> unwritten = new ArrayList<>();
  private boolean updating;

  /// In this run.
  private final Set<PeerAddress> asked = ConcurrentHashMap.newKeySet();

  /// A change by this process, to be merged with what the others have written.
  private sealed interface Change {
    record Met(TrustedPeer peer) implements Change {}

    record Seen(PeerAddress address, Instant at) implements Change {}

    record Asked(PeerAddress address) implements Change {}

    record Forgotten(PeerAddress address) implements Change {}
  }

  private TrustedPeers(TrustedPeersFile file, InstantSource clock) {
    this.file = file;
    this.clock = clock;
  }

  /// Reads what is remembered in a folder, which need not exist.
  ///
  /// @throws IOException when it can't be read, with a reason for the user
  public static TrustedPeers open(Path folder, InstantSource clock) throws IOException {
    TrustedPeers trusted = new TrustedPeers(new TrustedPeersFile(folder, clock), clock);
    trusted.update();
    return trusted;
  }

  /// Compares a key with the one remembered for an address; remembers nothing.
  public synchronized Verdict check(PeerAddress address, Fingerprint fingerprint) {
    TrustedPeer peer = known.get(address);
    if (peer == null) {
      return new Verdict.FirstMet();
    }
    if (peer.fingerprint().equals(fingerprint)) {
      return new Verdict.Known();
    }
    // Another process may have forgotten the old one: then the next try succeeds.
    updateSoon();
    return new Verdict.Changed(peer.fingerprint());
  }

  /// As [#check]; from now on, a peer that was met for the first time is known by this fingerprint.
  public synchronized Verdict meet(PeerAddress address, Fingerprint fingerprint) {
    Verdict verdict = check(address, fingerprint);
    Instant now = clock.instant();
    switch (verdict) {
      case Verdict.FirstMet() ->
          change(
              new Change.Met(
                  new TrustedPeer(address, fingerprint, now, now, asked.contains(address))));
      case Verdict.Known() -> {
        TrustedPeer peer = known.get(address);
        if (peer != null && peer.seen().isBefore(now.minus(SEEN_ANEW))) {
          change(new Change.Seen(address, now));
        }
      }
      case Verdict.Changed _ -> {
        // It stays until the user decides.
      }
    }
    return verdict;
  }

  /// The user asks for the peer at an address: its key is remembered however many others are met.
  public synchronized void keep(PeerAddress address) {
    if (asked.size() >= MOST_ASKED || !asked.add(address)) {
      return;
    }
    TrustedPeer peer = known.get(address);
    if (peer != null && !peer.asked()) {
      change(new Change.Asked(address));
    }
  }

  /// Forgets the peer at an address: the next peer that answers there is trusted.
  ///
  /// @return what was remembered
  public synchronized Optional<TrustedPeer> forget(PeerAddress address) {
    TrustedPeer forgotten = known.get(address);
    if (forgotten != null) {
      change(new Change.Forgotten(address));
    }
    return Optional.ofNullable(forgotten);
  }

  /// All that are remembered, by address.
  public synchronized List<TrustedPeer> list() {
    return known.values().stream().sorted(Comparator.comparing(TrustedPeer::address)).toList();
  }

  // Called with this held.
  private void change(Change change) {
    apply(change, known);
    bound(known);
    unwritten.add(change);
    updateSoon();
  }

  private static void apply(Change change, Map<PeerAddress, TrustedPeer> peers) {
    switch (change) {
      // If another process has met a peer there before, that one stays.
      case Change.Met(TrustedPeer peer) ->
          peers.merge(
              peer.address(), peer, (old, met) -> old.withAsked(old.asked() || met.asked()));
      case Change.Seen(PeerAddress address, Instant at) ->
          peers.computeIfPresent(address, (_, peer) -> peer.seenAt(at));
      case Change.Asked(PeerAddress address) ->
          peers.computeIfPresent(address, (_, peer) -> peer.withAsked(true));
      case Change.Forgotten(PeerAddress address) -> peers.remove(address);
    }
  }

  /// Peers that the user asked for stay. Of the others, one of the source of which most are known
  /// gives way, the one met the longest ago: a stranger with many addresses only displaces itself.
  private void bound(Map<PeerAddress, TrustedPeer> peers) {
    if (peers.size() <= BOUND && peers.size() <= MOST_OF_SOURCE) {
      return;
    }
    boundAsked(peers);
    Map<Source, Deque<TrustedPeer>> bySource = new HashMap<>();
    peers.values().stream()
        .filter(peer -> !peer.asked() && !asked.contains(peer.address()))
        .sorted(Comparator.comparing(TrustedPeer::seen))
        .forEach(
            peer ->
                bySource
                    .computeIfAbsent(Source.of(peer.address().ip()), _ -> new ArrayDeque<>())
                    .add(peer));
    PriorityQueue<Deque<TrustedPeer>> largestFirst =
        new PriorityQueue<>(
            Comparator.<Deque<TrustedPeer>>comparingInt(of -> -of.size())
                .thenComparing(of -> of.getFirst().seen()));
    largestFirst.addAll(bySource.values());
    Deque<TrustedPeer> largest = largestFirst.poll();
    while (largest != null && (peers.size() > BOUND || largest.size() > MOST_OF_SOURCE)) {
      peers.remove(largest.removeFirst().address());
      if (!largest.isEmpty()) {
        largestFirst.add(largest);
      }
      largest = largestFirst.poll();
    }
  }

  /// Otherwise peers that were asked for once, such as those of old swarms, would accumulate for
  /// ever.
  private void boundAsked(Map<PeerAddress, TrustedPeer> peers) {
    peers.values().stream()
        .filter(peer -> peer.asked() && !asked.contains(peer.address()))
        .sorted(Comparator.comparing(TrustedPeer::seen).reversed())
        .skip(MOST_ASKED)
        .toList()
        .forEach(peer -> peers.put(peer.address(), peer.withAsked(false)));
  }

  // Called with this held.
  private void updateSoon() {
    if (updating) {
      return;
    }
    updating = true;
    try {
      disk.execute(
          () -> {
            try {
              update();
            } catch (IOException e) {
              LOG.warn(
                  "Could not write {}; the peers that were met are remembered until the program"
                      + " ends",
                  e.getMessage());
              LOG.debug("It could not be written", e);
            }
          });
    } catch (RejectedExecutionException e) {
      updating = false;
      LOG.debug("{} is closed; nothing more is written", file, e);
    }
  }

  /// Writes this process's changes and reads those of others, one call at a time, since an earlier
  /// call must not end later.
  private void update() throws IOException {
    synchronized (file) {
      List<Change> changes = takeUnwritten();
      Map<PeerAddress, TrustedPeer> merged;
      try {
        merged =
            file.update(
                peers -> {
                  changes.forEach(change -> apply(change, peers));
                  if (changes.isEmpty()) {
                    // Read only: the peers that the user asks for are not known yet.
                    return false;
                  }
                  bound(peers);
                  return true;
                });
      } catch (IOException e) {
        giveBack(changes);
        throw e;
      }
      takeOver(merged);
    }
  }

  private synchronized List<Change> takeUnwritten() {
    updating = false;
    List<Change> changes = unwritten;
    unwritten = new ArrayList<>();
    return changes;
  }

  private synchronized void giveBack(List<Change> changes) {
    changes.addAll(unwritten);
    unwritten = changes;
  }

  private synchronized void takeOver(Map<PeerAddress, TrustedPeer> merged) {
    unwritten.forEach(change -> apply(change, merged));
    known = merged;
  }

  /// Waits until everything remembered or forgotten so far is in the file.
  ///
  /// @throws IOException when it could not be written, with a reason for the user
  public void flush() throws IOException {
    update();
  }

  /// Writes what is not written yet, for up to two seconds. Idempotent.
  @Override
  public void close() {
    if (disk.isShutdown()) {
      return;
    }
    try {
      // After what is being written already.
      Future<?> last =
          disk.submit(
              () -> {
                update();
                return null;
              });
      last.get(CLOSING_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      LOG.warn("Could not write {}", cause.getMessage());
      LOG.debug("It could not be written", e);
    } catch (TimeoutException e) {
      LOG.warn("Could not write {} within {} s", file, CLOSING_SECONDS);
      LOG.debug("It could not be written", e);
    } finally {
      disk.shutdown();
    }
  }
}
