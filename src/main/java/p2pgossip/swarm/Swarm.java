package p2pgossip.swarm;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import p2pgossip.fault.Fault;
import p2pgossip.fault.FaultBoard;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.RumorId;
import p2pgossip.network.Run;
import p2pgossip.peer.PeerRuntime;
import p2pgossip.peer.RunningPeer;
import p2pgossip.steering.NetworkListener;
import p2pgossip.steering.NetworkMember;
import p2pgossip.steering.SteerableNetwork;

/// Real peers in this process that are steered together. Each has its own port and server, and all
/// share the threads of a [PeerRuntime]. Thread-safe. Only [#start] and [#close] block.
public final class Swarm implements SteerableNetwork {

  private static final Logger LOG = LoggerFactory.getLogger(Swarm.class);
  private static final long CLOSING_SECONDS = 3;

  private final PeerRuntime runtime;
  private final SwarmStarter starter;
  private final SwarmListeners listeners;
  private final Seats seats = new Seats();
  private final RandomGenerator random;
  private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();

  /// Starts its thread with the first task.
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("steering").factory());

  /// Of the topology: if those of peers that join counted, each would bring more than the last.
  private volatile int usualNeighbors = 1;

  // Guarded by this, as is random.
  private PeerSettings settings;
  private boolean closed;

  private Swarm(SwarmPlan plan, PeerRuntime runtime, NetworkListener listener) {
    this.runtime = runtime;
    this.settings = plan.settings();
    this.listeners = new SwarmListeners(listener);
    this.starter = new SwarmStarter(plan, runtime, listeners, newRandom(plan.seed()));
    this.random = newRandom(~plan.seed());
  }

  private static RandomGenerator newRandom(long seed) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  /// Starts all peers, one after another. Each connects to its neighbours that run already. Waits
  /// until all listen, which takes a few milliseconds per peer, but not until they are connected:
  /// their events tell that.
  ///
  /// @param progress called after each peer with the number of peers that run
  /// @param cancelled called after each peer
  /// @throws CancellationException when it was cancelled. All peers have been ended
  /// @throws IOException when no port is free, with the reason. All peers have been ended
  public static Swarm start(
      SwarmPlan plan,
      PeerRuntime runtime,
      NetworkListener listener,
      IntConsumer progress,
      BooleanSupplier cancelled)
      throws IOException {
    Swarm swarm = new Swarm(plan, runtime, listener);
    try {
      swarm.starter.startAll(
          seat -> {
            swarm.seats.add(seat);
            progress.accept(swarm.seats.all().size());
            if (cancelled.getAsBoolean()) {
              throw new CancellationException("the start of the swarm was cancelled");
            }
          });
      swarm.usualNeighbors = swarm.seats.meanNeighbors();
      return swarm;
    } catch (IOException | RuntimeException e) {
      swarm.close();
      throw e;
    }
  }

  @Override
  public InstantSource clock() {
    return runtime.clock();
  }

  @Override
  public Run.Time time() {
    return Run.Time.REAL;
  }

  @Override
  public FaultBoard faults() {
    return runtime.faults();
  }

  @Override
  public Listening listen(NetworkListener listener) {
    return listeners.add(listener);
  }

  @Override
  public void later(Duration pause, Runnable task) {
    try {
      var _ = timer.schedule(task, pause.toNanos(), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      LOG.debug("A task was scheduled after the end of the swarm", e);
    }
  }

  @Override
  public List<NetworkMember> members() {
    return seats.all().stream().map(Seat::member).toList();
  }

  /// The addresses of the members that run, in the order of their numbers.
  public List<PeerAddress> peers() {
    return seats.running().stream().map(RunningPeer::address).toList();
  }

  @Override
  public @Nullable RunningPeer peer(PeerAddress address) {
    return seats.peer(address);
  }

  @Override
  public int mostRunning() {
    return SwarmPlan.most(Run.Time.REAL);
  }

  /// The number of neighbours of a member in the topology.
  int linksOf(PeerAddress member) {
    return seats.neighborsOf(member).size();
  }

  @Override
  public int unconnected() {
    return seats.unconnected();
  }

  /// The settings with which the next peer starts.
  public synchronized PeerSettings settings() {
    return settings;
  }

  @Override
  public void change(UnaryOperator<PeerSettings> how) {
    synchronized (this) {
      settings = how.apply(settings);
    }
    seats.running().forEach(peer -> peer.change(how.apply(peer.settings())));
  }

  @Override
  public void change(PeerAddress member, UnaryOperator<PeerSettings> how) {
    RunningPeer peer = peer(member);
    if (peer != null) {
      peer.change(how.apply(peer.settings()));
    }
  }

  /// Begins one period of every peer now, in random order. They begin at almost the same time, so
  /// that what is sent in this period is hardly ever passed on in it.
  @Override
  public void stepPeriod() {
    List<RunningPeer> all = new ArrayList<>(seats.running());
    synchronized (this) {
      Collections.shuffle(all, Random.from(random));
    }
    all.forEach(RunningPeer::stepPeriod);
  }

  @Override
  public void stepPeriod(PeerAddress member) {
    RunningPeer peer = peer(member);
    if (peer != null) {
      peer.stepPeriod();
    }
  }

  @Override
  public @Nullable RumorId spread(PeerAddress origin, String text) {
    RunningPeer peer = peer(origin);
    return peer == null ? null : spread(peer, text);
  }

  private static @Nullable RumorId spread(RunningPeer peer, String text) {
    try {
      return peer.spread(text);
    } catch (IllegalStateException e) {
      LOG.debug("{} has just ended", peer.address(), e);
      return null;
    }
  }

  @Override
  public @Nullable RumorId spreadAnywhere(String text) {
    List<RunningPeer> candidates =
        seats.all().stream()
            .filter(seat -> !seat.original())
            .map(Seat::runningPeer)
            .filter(Objects::nonNull)
            .toList();
    if (candidates.isEmpty()) {
      return null;
    }
    int drawn;
    synchronized (this) {
      drawn = random.nextInt(candidates.size());
    }
    return spread(candidates.get(drawn), text);
  }

  @Override
  public void forgetRumors() {
    seats.running().forEach(RunningPeer::forgetRumors);
  }

  @Override
  public void forgetRumors(PeerAddress member) {
    RunningPeer peer = peer(member);
    if (peer != null) {
      peer.forgetRumors();
    }
  }

  @Override
  public void kill(PeerAddress member) {
    RunningPeer peer = peer(member);
    if (peer != null) {
      peer.kill();
    }
  }

  @Override
  public CompletableFuture<Void> leave(PeerAddress member) {
    RunningPeer peer = peer(member);
    return peer == null
        ? CompletableFuture.completedFuture(null)
        : CompletableFuture.runAsync(peer::leave, background);
  }

  /// Starts a member again at its port. It connects to all its neighbours in the topology, so that
  /// it gets its links back even where no neighbour has noticed that it was gone.
  ///
  /// @return completed when it runs; fails with an [IOException] that says why it doesn't
  @Override
  public CompletableFuture<NetworkMember> restart(PeerAddress member) {
    return restart(member, this::settings);
  }

  @Override
  public CompletableFuture<NetworkMember> restart(PeerAddress member, PeerSettings own) {
    return restart(member, () -> own);
  }

  private CompletableFuture<NetworkMember> restart(
      PeerAddress member, Supplier<PeerSettings> settingsThen) {
    Seat seat = seats.find(member);
    if (seat == null) {
      return CompletableFuture.failedFuture(
          new IllegalArgumentException(member + " is not a member of the swarm"));
    }
    return inBackground(
        () -> {
          // One start at a time per seat: two would take the port from each other.
          synchronized (seat.starting()) {
            RunningPeer running = seat.runningPeer();
            if (running != null) {
              running.kill();
            }
            runtime.faults().end(new Fault.Freeze<>(member));
            List<PeerAddress> neighbors = List.copyOf(seats.neighborsOf(member));
            starter.start(
                seat, member.port(), settingsThen.get().withRoomFor(neighbors.size()), neighbors);
            endIfTooLate(seat);
            return seat.member();
          }
        });
  }

  @Override
  public void reconnect() {
    seats.running().forEach(RunningPeer::retryUnreachable);
  }

  @Override
  public CompletableFuture<NetworkMember> add(int neighbors) {
    return inBackground(
        () -> {
          List<PeerAddress> candidates = new ArrayList<>(peers());
          synchronized (this) {
            Collections.shuffle(candidates, Random.from(random));
          }
          List<PeerAddress> targets = candidates.subList(0, Math.min(neighbors, candidates.size()));
          Seat seat = starter.startNext(targets, settings());
          seats.add(seat);
          endIfTooLate(seat);
          return seat.member();
        });
  }

  @Override
  public int usualNeighbors() {
    return usualNeighbors;
  }

  /// The swarm may have been closed while the peer was starting.
  private void endIfTooLate(Seat seat) throws IOException {
    boolean tooLate;
    synchronized (this) {
      tooLate = closed;
    }
    if (tooLate) {
      end(seat);
      throw new IOException("the swarm has ended");
    }
  }

  /// Ends all members at once, without goodbyes, and waits for them for a few seconds at most. The
  /// runtime stays open. Idempotent.
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    List<CompletableFuture<Void>> endings = new ArrayList<>();
    try (ExecutorService ending = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Seat seat : seats.all()) {
        endings.add(CompletableFuture.runAsync(() -> end(seat), ending));
      }
      CompletableFuture.allOf(endings.toArray(CompletableFuture[]::new))
          .completeOnTimeout(null, CLOSING_SECONDS, TimeUnit.SECONDS)
          .join();
      ending.shutdownNow();
    }
    timer.shutdownNow();
    background.shutdown();
  }

  private void end(Seat seat) {
    RunningPeer peer = seat.peer();
    if (peer != null) {
      peer.close();
    }
  }

  private CompletableFuture<NetworkMember> inBackground(Work work) {
    return CompletableFuture.supplyAsync(
        () -> {
          synchronized (this) {
            if (closed) {
              throw new CompletionException(new IOException("the swarm has ended"));
            }
          }
          try {
            return work.run();
          } catch (IOException e) {
            throw new CompletionException(e);
          }
        },
        background);
  }

  private interface Work {
    NetworkMember run() throws IOException;
  }
}
