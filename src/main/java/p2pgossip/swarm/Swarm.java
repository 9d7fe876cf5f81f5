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

/// Real peers of this process, each with a port and a server of its own, that share the threads of a
/// [PeerRuntime] and are steered together. Thread-safe; only [#start] and [#close] wait for anything.
public final class Swarm implements SteerableNetwork, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Swarm.class);
  private static final long CLOSING_SECONDS = 3;

  private final PeerRuntime runtime;
  private final SwarmStarter starter;
  private final SwarmListeners listeners;
  private final Seats seats = new Seats();
  private final RandomGenerator random;
  private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();

  /// Has a thread once something is to be done later.
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("steering").factory());

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

  /// Starts all peers, one after another, and has them connect to those before them. Waits until all
  /// listen, which takes a few milliseconds each; that they know one another shows in their events.
  ///
  /// @param progress hears after each how many run
  /// @param cancelled asked after each
  /// @throws CancellationException when it was cancelled; those that ran have been ended
  /// @throws IOException when no port could be had, saying why; those that ran have been ended
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
      LOG.debug("Something was to be done after the end of the swarm", e);
    }
  }

  @Override
  public List<NetworkMember> members() {
    return seats.all().stream().map(Seat::member).toList();
  }

  /// Where those that run are reached, by their numbers.
  public List<PeerAddress> peers() {
    return seats.running().stream().map(RunningPeer::address).toList();
  }

  /// A member that runs, to open a window on it, or to do to it what is not done through the swarm;
  /// null where there is none. Whoever closes it ends it; whoever only looks at it must not.
  public @Nullable RunningPeer peer(PeerAddress address) {
    return seats.peer(address);
  }

  /// How many peers a member is to know as its place in the topology has it, once all are connected.
  int linksOf(PeerAddress member) {
    return seats.neighborsOf(member).size();
  }

  @Override
  public int unconnected() {
    int unconnected = 0;
    for (RunningPeer peer : seats.running()) {
      if (peer.knownPeers().healthy().size() < linksOf(peer.address())) {
        unconnected++;
      }
    }
    return unconnected;
  }

  /// With which the next peer starts.
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

  public void pause() {
    change(it -> it.withPaused(true));
  }

  public void resume() {
    change(it -> it.withPaused(false));
  }

  /// Each begins one period now, in a random order and as good as at once, so that what is sent in this
  /// period is hardly ever passed on in it.
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
      LOG.debug("{} has ended just now", peer.address(), e);
      return null;
    }
  }

  /// A rumour begins at a member that is drawn by lot; original ones know no rumours and are left out.
  ///
  /// @return null where none runs
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

  /// All forget all rumours.
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

  /// Starts a member again, at its port, and connects it to whom it was connected at first, so that it
  /// finds its place again also where nobody has missed it.
  ///
  /// @return done when it runs; fails with the [IOException] that says why it does not
  @Override
  public CompletableFuture<NetworkMember> restart(PeerAddress member) {
    return restart(member, this::settings);
  }

  /// The same, with settings of its own.
  public CompletableFuture<NetworkMember> restart(PeerAddress member, PeerSettings own) {
    return restart(member, () -> own);
  }

  private CompletableFuture<NetworkMember> restart(
      PeerAddress member, Supplier<PeerSettings> settingsThen) {
    Seat seat = seats.find(member);
    if (seat == null) {
      return CompletableFuture.failedFuture(
          new IllegalArgumentException(member + " is no member of the swarm"));
    }
    return inBackground(
        () -> {
          // One at a time for each seat, or two would take its port in turn.
          synchronized (seat.starting()) {
            RunningPeer running = seat.runningPeer();
            if (running != null) {
              running.kill();
            }
            runtime.faults().end(new Fault.Freeze<>(member));
            starter.start(
                seat, member.port(), settingsThen.get(), List.copyOf(seats.neighborsOf(member)));
            endIfTooLate(seat);
            return seat.member();
          }
        });
  }

  /// Has those that run try whom they can't reach at once: something goes wrong no longer. What they have
  /// sent before may still fail, and is tried again soon.
  public void reconnect() {
    seats.running().forEach(RunningPeer::retryUnreachable);
  }

  /// Freezes a member, or lets it go on.
  public void freeze(PeerAddress member, boolean frozen) {
    Fault<PeerAddress> freeze = new Fault.Freeze<>(member);
    if (frozen && peer(member) != null) {
      runtime.faults().begin(freeze);
    } else {
      runtime.faults().end(freeze);
    }
  }

  /// Adds a peer, connected to so many of those that run, drawn by lot.
  ///
  /// @return done when it runs; fails with the [IOException] that says why it does not
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

  /// The swarm may have been closed while a peer was started.
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

  /// Ends all members at the same time, without goodbyes, and waits for it a few seconds at most. The
  /// runtime goes on. Idempotent.
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
