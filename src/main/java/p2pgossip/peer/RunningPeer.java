package p2pgossip.peer;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import p2pgossip.fault.FaultBoard;
import p2pgossip.fault.FaultSet;
import p2pgossip.gossip.Admission;
import p2pgossip.gossip.Digest;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.GossipEngine;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.Hearing;
import p2pgossip.gossip.KnownPeers;
import p2pgossip.gossip.Message;
import p2pgossip.gossip.Neighbor;
import p2pgossip.gossip.Offer;
import p2pgossip.gossip.Outgoing;
import p2pgossip.gossip.Peer;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.PeerSnapshot;
import p2pgossip.gossip.Reply;
import p2pgossip.gossip.RumorId;
import p2pgossip.gossip.Standing;
import p2pgossip.gossip.Step;
import p2pgossip.gossip.Strategy;
import p2pgossip.gossip.Tuning;
import p2pgossip.net.Credentials;
import p2pgossip.net.Page;
import p2pgossip.net.Password;
import p2pgossip.net.PeerClient;
import p2pgossip.net.PeerServer;
import p2pgossip.net.PeerService;
import p2pgossip.net.PeerWatch;
import p2pgossip.net.PeerWatcher;
import p2pgossip.net.ServerLimits;
import p2pgossip.profile.Meter;
import p2pgossip.profile.PeerFigures;
import p2pgossip.profile.RequestKind;

/// One peer at work: an engine, a server of its own, and the client and the timer that it shares with
/// the other peers of the process. Thread-safe; no method waits for the network, except [#start] and
/// [#close].
public final class RunningPeer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RunningPeer.class);
  private static final Set<Offer> OFFERS =
      Set.of(Offer.SENDER, Offer.RUMORS, Offer.EVENTS, Offer.LEAVE);
  private static final Set<Offer> OFFERS_OVER_TLS =
      Set.of(Offer.SENDER, Offer.RUMORS, Offer.EVENTS, Offer.LEAVE, Offer.TLS);
  private static final String PLAIN_PASSWORD =
      "a password is used between machines only over encrypted connections; start with --tls, or"
          + " listen on this machine only (no host alias)";
  private static final Duration GOODBYE_TIME = Duration.ofMillis(300);

  private final PeerRuntime runtime;
  private final GossipListener listener;
  private final InstantSource clock;
  private final PeerServer server;
  private final PeerAddress address;
  private final boolean original;
  private final GossipEngine engine;
  private final Credentials credentials;
  private final FaultyClient client;
  private final Meter meter;
  private final PeerClient sender;
  private final FaultBoard.Subscription faultsWatched;
  private final Watches watches;

  /// Guards the engine, the timer and the order of events. Held for microseconds only.
  private final Object lock = new Object();

  private @Nullable ScheduledFuture<?> timer;
  private @Nullable Instant wakeAt;
  private boolean closed;

  private RunningPeer(
      PeerConfig config, PeerRuntime runtime, GossipListener listener, PeerServer server) {
    this.runtime = runtime;
    this.listener = listener;
    this.clock = runtime.clock();
    this.server = server;
    this.credentials = new Credentials(config.password());
    this.original = config.original();
    InetAddress alias = config.hostAlias();
    InetAddress host = alias != null ? alias : Binding.loopback();
    this.address = new PeerAddress(host, server.port());
    Peer self =
        new Peer(
            clock.instant(),
            config.settings().period(),
            server.port(),
            alias,
            config.original() ? Set.of() : offers(runtime));
    this.engine =
        new GossipEngine(
            address, self, fitting(config.settings()), runtime.sentences(), runtime.newRandom());
    this.watches = new Watches(lock, () -> engine.snapshot(clock.instant()));
    this.client = runtime.clientOf(address, credentials);
    this.meter = new Meter(clock.instant(), runtime.meter());
    this.sender = new MeteredClient(address, client, meter);
    this.faultsWatched = runtime.faults().listen(this::faultsChanged);
  }

  private static Set<Offer> offers(PeerRuntime runtime) {
    return runtime.security().isEmpty() ? OFFERS : OFFERS_OVER_TLS;
  }

  /// Listens, and then connects to the targets.
  ///
  /// @throws IOException when the port is taken or the address can't be bound, saying which
  public static RunningPeer start(PeerConfig config, PeerRuntime runtime, GossipListener listener)
      throws IOException {
    InetAddress bound = Binding.addressFor(config.hostAlias());
    if (config.password() != null && !isHidden(bound) && runtime.security().isEmpty()) {
      throw new IOException(PLAIN_PASSWORD);
    }
    PeerServer server =
        PeerServer.open(
            runtime.networkThreads(),
            bound,
            config.port(),
            runtime.newRandom(),
            ServerLimits.DEFAULT,
            runtime.security().orElse(null));
    RunningPeer peer = new RunningPeer(config, runtime, listener, server);
    // First the beginning, so that no event comes before it; who calls meanwhile waits to be
    // accepted.
    peer.drive(now -> peer.engine.begin(config.targets(), config.firstPeriodIn(), now));
    server.serve(peer.new Doorway(), peer.credentials);
    runtime.began(peer.address);
    if (!isHidden(bound) && config.password() == null) {
      peer.tell(new GossipEvent.Exposed(peer.clock.instant(), peer.address));
    }
    peer.faultsChanged(runtime.faults().inForce());
    return peer;
  }

  /// Where others reach this peer.
  public PeerAddress address() {
    return address;
  }

  /// What this peer says of itself.
  public Peer self() {
    return engine.self();
  }

  public KnownPeers knownPeers() {
    return engine.knownPeers();
  }

  public PeerSettings settings() {
    synchronized (lock) {
      return engine.settings();
    }
  }

  public void change(PeerSettings settings) {
    drive(now -> engine.change(fitting(settings), now));
  }

  /// One that behaves as the original neither asks for rumours nor passes any on, and lets nobody change
  /// it.
  private PeerSettings fitting(PeerSettings settings) {
    return original
        ? settings
            .withSpreading(settings.spreading().withStrategy(Strategy.DIRECT))
            .withTunable(false)
        : settings;
  }

  /// Asks another peer how it is set, if it lets others change that. The answer comes as an event.
  public void askSettings(PeerAddress peer) {
    drive(now -> engine.askSettings(peer, now));
  }

  /// Changes the settings of other peers, of those that allow it. What comes of it comes as events.
  public void tune(Collection<PeerAddress> peers, Tuning tuning) {
    drive(now -> engine.tune(peers, tuning, now));
  }

  public void connect(PeerAddress target) {
    drive(now -> engine.connect(target, now));
  }

  public void disconnect(PeerAddress peer) {
    drive(now -> engine.disconnect(peer, now));
  }

  /// Sends a message to all neighbours, beside the periods.
  public void sendNow() {
    drive(engine::sendNow);
  }

  /// Sends a message to one neighbour, beside the periods.
  public void sendNow(PeerAddress peer) {
    drive(now -> engine.sendNow(peer, now));
  }

  /// Lets in only those who know a password from now on, and shows it to those who want to see it. Those
  /// who refuse this peer, or whom it refuses, are asked again at once. The others notice when they
  /// next send something.
  ///
  /// @param password null to let in everybody
  /// @throws IllegalStateException when it would be used over a connection that is not encrypted, in words
  public void givePassword(@Nullable Password password) {
    if (password != null
        && !isHidden(server.address().getAddress())
        && runtime.security().isEmpty()) {
      throw new IllegalStateException(PLAIN_PASSWORD);
    }
    credentials.set(password);
    if (password == null && !isHidden(server.address().getAddress())) {
      tell(new GossipEvent.Exposed(clock.instant(), address));
    }
    retryRefused();
  }

  public boolean hasPassword() {
    return credentials.password() != null;
  }

  /// By what this peer is let in by others.
  public Credentials credentials() {
    return credentials;
  }

  /// Whether nobody on the way can see what is said to this peer.
  private static boolean isHidden(InetAddress bound) {
    return bound.isLoopbackAddress();
  }

  /// Those who refuse this peer, or whom it refuses, are asked again at once: what was wrong may be
  /// mended.
  public void retryRefused() {
    drive(engine::retryRefused);
  }

  /// Begins a rumour here.
  ///
  /// @param text at most [PeerSettings#LONGEST_TEXT] bytes of UTF-8
  /// @throws IllegalArgumentException when the text is longer
  /// @throws IllegalStateException when this peer has ended
  public RumorId spread(String text) {
    GossipEngine.Told told;
    synchronized (lock) {
      if (closed) {
        throw new IllegalStateException("the peer at " + address + " has ended");
      }
      StepTiming timing = StepTiming.begin(engine.nextPeriod());
      told = engine.spread(text, clock.instant());
      accept(told.step(), timing);
    }
    send(told.step());
    return told.rumor();
  }

  /// Has one period now, also while paused.
  public void stepPeriod() {
    drive(engine::stepPeriod);
  }

  /// Keeps none of the rumours any longer.
  public void forgetRumors() {
    drive(engine::forgetRumors);
  }

  /// All that there is to be seen of this peer at this moment.
  public PeerSnapshot snapshot() {
    synchronized (lock) {
      return engine.snapshot(clock.instant());
    }
  }

  /// Counts what this peer does.
  public Meter meter() {
    return meter;
  }

  /// The figures of this peer at this moment.
  public PeerFigures figures() {
    Map<Standing, Integer> known = new EnumMap<>(Standing.class);
    for (Neighbor neighbor : engine.knownPeers().all()) {
      known.merge(neighbor.standing(), 1, Integer::sum);
    }
    int rumors;
    synchronized (lock) {
      rumors = engine.rumorsKept();
    }
    return new PeerFigures(meter.read(), known, rumors, server.followers());
  }

  /// Has `watcher` see this peer before this returns, and hear of all that happens from then on, to
  /// the last: that it has stopped.
  public PeerWatch watch(PeerWatcher watcher) {
    return watches.begin(watcher);
  }

  /// Says goodbye to the neighbours that understand it, gives them a moment to answer, and ends as
  /// with [#close]. Waits for all that up to about 0.8 s. Idempotent.
  public void leave() {
    Step step;
    synchronized (lock) {
      if (closed) {
        return;
      }
      StepTiming timing = StepTiming.begin(engine.nextPeriod());
      step = engine.leave(clock.instant());
      accept(step, timing);
    }
    Goodbyes.say(step.requests(), sender, GOODBYE_TIME);
    close();
  }

  /// Stops the periods, lets the server finish what it is answering, and frees the port. Tells no other
  /// peer. Waits for that up to about half a second, so it belongs on no IO thread and not on the FX
  /// thread. Idempotent.
  @Override
  public void close() {
    if (silence()) {
      GossipEvent stopped = new GossipEvent.Stopped(clock.instant(), address);
      // Said while those who follow over the network are still connected.
      synchronized (lock) {
        watches.end(stopped);
      }
      // The engine is silent from here on; the server goes last, so that callers meanwhile get
      // answers.
      server.close();
      tellListener(stopped);
    }
  }

  /// Ends it as a crash would: its port and all connections to it are cut at once, and nobody is told.
  /// What it has sent already may still arrive. Waits for nothing. Idempotent.
  public void kill() {
    if (silence()) {
      server.cut();
      GossipEvent stopped = new GossipEvent.Stopped(clock.instant(), address);
      synchronized (lock) {
        watches.end(stopped);
      }
      tellListener(stopped);
    }
  }

  /// @return whether it was not silent before
  private boolean silence() {
    synchronized (lock) {
      if (closed) {
        return false;
      }
      closed = true;
      if (timer != null) {
        timer.cancel(false);
      }
    }
    runtime.ended(address);
    faultsWatched.close();
    client.close();
    return true;
  }

  /// Called by whoever begins or ends a fault, so what is to be done is left to the timer's thread.
  private void faultsChanged(FaultSet faults) {
    server.freeze(faults.isFrozen(address));
    try {
      runtime.scheduler().execute(client::thaw);
    } catch (RejectedExecutionException e) {
      LOG.debug("{} stays as it is: the program is ending", address, e);
    }
  }

  private void drive(Function<Instant, Step> action) {
    Step step;
    synchronized (lock) {
      if (closed) {
        return;
      }
      StepTiming timing = StepTiming.begin(engine.nextPeriod());
      step = action.apply(clock.instant());
      accept(step, timing);
    }
    send(step);
  }

  /// Publishes the events of a step and sets the timer. To be called with the lock held, so that
  /// events keep their order.
  private void accept(Step step, StepTiming timing) {
    timing.end(address, step, engine.self().period(), meter);
    step.events().forEach(this::publish);
    Instant next = step.wakeAt();
    if (next == null ? wakeAt == null : next.equals(wakeAt)) {
      return;
    }
    if (timer != null) {
      timer.cancel(false);
      timer = null;
    }
    wakeAt = next;
    if (next != null) {
      long nanos = Math.max(0, Duration.between(clock.instant(), next).toNanos());
      timer = runtime.scheduler().schedule(this::wake, nanos, TimeUnit.NANOSECONDS);
    }
  }

  private void wake() {
    client.whenAwake(this::wakeNow);
  }

  private void wakeNow() {
    synchronized (lock) {
      wakeAt = null;
      timer = null;
    }
    try {
      drive(engine::tick);
    } catch (RuntimeException e) {
      failed("running a period", e);
      // An empty step asks for no wake, so the next period is asked for here.
      synchronized (lock) {
        if (!closed) {
          timer =
              runtime
                  .scheduler()
                  .schedule(
                      this::wake, engine.settings().period().toMillis(), TimeUnit.MILLISECONDS);
        }
      }
    }
  }

  /// Sends outside the lock: the requests of one step go out together, and none waits for another.
  private void send(Step step) {
    for (Outgoing outgoing : step.requests()) {
      sender.send(outgoing.request(), new Answer(outgoing));
    }
  }

  private void tell(GossipEvent event) {
    synchronized (lock) {
      publish(event);
    }
  }

  private void publish(GossipEvent event) {
    tellListener(event);
    watches.tell(event);
  }

  private void tellListener(GossipEvent event) {
    try {
      listener.happened(event);
    } catch (RuntimeException e) {
      LOG.error("A listener failed on {}", event, e);
    }
  }

  private void failed(String doing, Throwable cause) {
    synchronized (lock) {
      if (closed) {
        // What is still at work while the threads end is cut off, as it is meant to be.
        LOG.debug("{} was cut off while {}", address, doing, cause);
        return;
      }
      publish(new GossipEvent.Trouble(clock.instant(), doing, String.valueOf(cause)));
    }
    LOG.error("{} failed while {}", address, doing, cause);
  }

  /// Hands what became of one request back to the engine.
  private final class Answer implements PeerClient.Outcome {

    private final Outgoing outgoing;

    private Answer(Outgoing outgoing) {
      this.outgoing = outgoing;
    }

    @Override
    public void answered(Reply reply, Duration roundTrip) {
      report(now -> engine.answered(outgoing, reply, roundTrip, now));
    }

    @Override
    public void failed(Failure failure) {
      report(now -> engine.failed(outgoing, failure, now));
    }

    private void report(Function<Instant, Step> action) {
      try {
        drive(action);
      } catch (RuntimeException e) {
        RunningPeer.this.failed("taking the answer to " + outgoing.request(), e);
      }
    }
  }

  /// What the server sees of this peer.
  private final class Doorway implements PeerService {

    @Override
    public Peer self() {
      meter.received(RequestKind.HANDSHAKE);
      return engine.self();
    }

    @Override
    public Map<PeerAddress, Peer> knownPeers() {
      meter.received(RequestKind.KNOWN_PEERS);
      return engine.knownPeers().announced();
    }

    @Override
    public ConnectAnswer connectRequested(InetAddress source, Peer caller) {
      meter.received(RequestKind.CONNECT);
      GossipEngine.Called called;
      synchronized (lock) {
        if (closed) {
          return new ConnectAnswer.TurnedAway(true, "this peer is ending");
        }
        StepTiming timing = StepTiming.begin(engine.nextPeriod());
        called = engine.connectRequested(source, caller, clock.instant());
        accept(called.step(), timing);
      }
      send(called.step());
      return switch (called.admission()) {
        case Admission.Admitted(PeerAddress reachedAt) -> new ConnectAnswer.Welcome(reachedAt);
        case Admission.Refused(String reason, boolean tryLater) ->
            new ConnectAnswer.TurnedAway(tryLater, reason);
      };
    }

    @Override
    public Hearing messageReceived(InetAddress source, Message message) {
      meter.received(RequestKind.MESSAGE);
      GossipEngine.Heard heard;
      synchronized (lock) {
        if (closed) {
          return Hearing.UNSAID;
        }
        StepTiming timing = StepTiming.begin(engine.nextPeriod());
        heard = engine.received(source, message, clock.instant());
        accept(heard.step(), timing);
      }
      send(heard.step());
      return heard.hearing();
    }

    @Override
    public Reply.Exchanged rumorsAsked(InetAddress source, PeerAddress from, Digest digest) {
      meter.received(RequestKind.RUMORS);
      GossipEngine.Asked asked;
      synchronized (lock) {
        if (closed) {
          return new Reply.Exchanged(List.of(), Set.of());
        }
        StepTiming timing = StepTiming.begin(engine.nextPeriod());
        asked = engine.asked(source, from, digest, clock.instant());
        accept(asked.step(), timing);
      }
      send(asked.step());
      return asked.answer();
    }

    @Override
    public void left(InetAddress source, Peer leaver) {
      meter.received(RequestKind.LEAVE);
      drive(now -> engine.left(source, leaver, now));
    }

    @Override
    public PeerSettings settings() {
      return RunningPeer.this.settings();
    }

    @Override
    public PeerSettings tuned(InetAddress source, @Nullable PeerAddress from, Tuning tuning) {
      drive(now -> engine.tuned(source, from, tuning, now));
      return RunningPeer.this.settings();
    }

    @Override
    public PeerSnapshot snapshot() {
      return RunningPeer.this.snapshot();
    }

    @Override
    public PeerWatch watch(PeerWatcher watcher) {
      return RunningPeer.this.watch(watcher);
    }

    @Override
    public void turnedAway(InetAddress source, String reason) {
      drive(now -> engine.turnedAway(source, reason, now));
    }

    @Override
    public @Nullable Supplier<Page> metrics() {
      Function<PeerFigures, Page> page = runtime.metrics();
      return page == null ? null : () -> page.apply(figures());
    }

    /// What another peer of this process sends is lost at that peer already, if it is to be.
    @Override
    public boolean isLost(@Nullable PeerAddress caller) {
      return caller != null && !runtime.runs(caller) && client.losesFrom(caller);
    }

    @Override
    public void failed(String doing, Throwable cause) {
      RunningPeer.this.failed(doing, cause);
    }
  }
}
