package p2pgossip.peer;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import p2pgossip.fault.FaultBoard;
import p2pgossip.fault.FaultSet;
import p2pgossip.gossip.GossipEngine;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.KnownPeers;
import p2pgossip.gossip.Limits;
import p2pgossip.gossip.OwnAddresses;
import p2pgossip.gossip.Peer;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerName;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.PeerSnapshot;
import p2pgossip.gossip.PeerWatch;
import p2pgossip.gossip.PeerWatcher;
import p2pgossip.gossip.RumorId;
import p2pgossip.gossip.Step;
import p2pgossip.gossip.Tuning;
import p2pgossip.net.Page;
import p2pgossip.net.PeerServer;
import p2pgossip.net.ServerLimits;
import p2pgossip.net.password.Credentials;
import p2pgossip.net.password.Password;
import p2pgossip.profile.Meter;
import p2pgossip.profile.PeerFigures;
import p2pgossip.steering.SteerablePeer;

/// A running peer: an engine and a server of its own, and the client and the timer that all peers
/// of the process share. Thread-safe; no method waits for the network, except [#start] and
/// [#close].
public final class RunningPeer implements SteerablePeer {

  private static final Logger LOG = LoggerFactory.getLogger(RunningPeer.class);
  private static final Duration GOODBYE_TIME = Duration.ofMillis(1_200);

  private final PeerRuntime runtime;
  private final InstantSource clock;
  private final PeerServer server;
  private final boolean hidden;
  private final PeerAddress address;
  private final @Nullable HostAlias hostAlias;
  private final ExpectedTeacher teacher;
  private final boolean original;
  private final GossipEngine engine;
  private final Credentials credentials;
  private final FaultyClient client;
  private final Meter meter;
  private final EngineDriver driver;
  private final Targets targets;
  private final Farewells farewells = new Farewells();
  private final FaultBoard.Subscription faultsWatched;
  private final Consumer<OwnAddresses> moved = this::moved;

  /// @param hidden whether nobody on the way can read what is sent to it
  private RunningPeer(
      PeerConfig config,
      PeerRuntime runtime,
      GossipListener listener,
      PeerServer server,
      boolean hidden) {
    this.runtime = runtime;
    this.clock = runtime.clock();
    this.server = server;
    this.hidden = hidden;
    this.original = config.original();
    this.hostAlias = config.hostAlias();
    this.teacher = new ExpectedTeacher(config.joined(), runtime);
    Identity identity =
        Identity.of(config, server.port(), runtime.security().isPresent(), clock.instant());
    this.address = identity.address();
    this.credentials = new Credentials(address, identity.unannounced(), config.password());
    this.engine =
        new GossipEngine(
            address,
            identity.unannounced(),
            identity.self(),
            fitting(config.settings()),
            Limits.REAL,
            runtime.sentences(),
            runtime.newRandom());
    this.client = runtime.clientOf(address, credentials);
    this.meter = new Meter(clock.instant(), runtime.meter());
    this.driver =
        new EngineDriver(
            address,
            engine,
            runtime.steadyClock(),
            runtime.wallClock(),
            runtime.scheduler(),
            client,
            listener,
            meter);
    this.targets = new Targets(engine, driver, client, runtime);
    this.faultsWatched = runtime.faults().listen(this::faultsChanged);
  }

  /// Starts to listen, and then connects to the targets.
  ///
  /// @throws IOException when the port is taken or the address can't be bound, saying which
  public static RunningPeer start(PeerConfig config, PeerRuntime runtime, GossipListener listener)
      throws IOException {
    return start(config, runtime, listener, _ -> {});
  }

  /// As [#start(PeerConfig, PeerRuntime, GossipListener)].
  ///
  /// @param first receives the peer before anything happens to it, so that a watch that begins
  ///     there misses nothing
  public static RunningPeer start(
      PeerConfig config, PeerRuntime runtime, GossipListener listener, Consumer<RunningPeer> first)
      throws IOException {
    List<InetAddress> bound = Binding.addressesFor(config.hostAlias());
    PlainConnections.requireFit(config, bound, runtime);
    PeerServer server =
        PeerServer.open(
            runtime.networkThreads(),
            bound,
            config.port(),
            runtime.newRandom(),
            ServerLimits.DEFAULT,
            runtime.security().orElse(null));
    RunningPeer peer = new RunningPeer(config, runtime, listener, server, Binding.isHidden(bound));
    peer.targets.rememberKeys(config.targets());
    peer.teacher.expect();
    // Called peers call back at once, and must find this one among the peers of the process.
    runtime.began(peer.address, peer.credentials);
    first.accept(peer);
    // The engine begins before the server accepts, so that no event comes before its first.
    peer.driver.drive(now -> peer.engine.begin(config.targets(), config.firstPeriodIn(), now));
    runtime.surroundings().listen(peer.moved);
    EnginePeerService service =
        new EnginePeerService(
            peer.driver, peer.farewells, peer.meter, peer::losesFrom, peer::metrics, peer.teacher);
    server.serve(service, peer.credentials);
    if (!peer.hidden && config.password() == null) {
      peer.tellExposed();
    }
    peer.faultsChanged(runtime.faults().inForce());
    return peer;
  }

  @Override
  public PeerAddress address() {
    return address;
  }

  @Override
  public InstantSource clock() {
    return clock;
  }

  @Override
  public InstantSource steadyClock() {
    return runtime.steadyClock();
  }

  /// The alias that this peer was started with; empty if only this machine can reach it.
  public Optional<HostAlias> hostAlias() {
    return Optional.ofNullable(hostAlias);
  }

  @Override
  public Peer self() {
    return engine.self();
  }

  @Override
  public KnownPeers knownPeers() {
    return engine.knownPeers();
  }

  @Override
  public PeerSettings settings() {
    return driver.settings();
  }

  @Override
  public void change(PeerSettings settings) {
    driver.drive(now -> engine.change(fitting(settings), now));
  }

  @Override
  public void rename(@Nullable PeerName name) {
    driver.drive(now -> engine.rename(original ? null : name, now));
  }

  private PeerSettings fitting(PeerSettings settings) {
    return original ? settings.asOriginal() : settings;
  }

  @Override
  public void askSettings(PeerAddress peer) {
    driver.drive(now -> engine.askSettings(peer, now));
  }

  @Override
  public void tune(Collection<PeerAddress> peers, Tuning tuning) {
    driver.drive(now -> engine.tune(peers, tuning, now));
  }

  @Override
  public void connect(PeerAddress target) {
    targets.connect(target);
  }

  @Override
  public void connectToOne(List<PeerAddress> candidates, Consumer<PeerAddress> chosen) {
    targets.connectToOne(candidates, chosen);
  }

  Targets targets() {
    return targets;
  }

  @Override
  public void disconnect(PeerAddress peer) {
    driver.drive(now -> engine.disconnect(peer, now));
  }

  @Override
  public void sendNow() {
    driver.drive(engine::sendNow);
  }

  @Override
  public void sendNow(PeerAddress peer) {
    driver.drive(now -> engine.sendNow(peer, now));
  }

  /// From now on lets in only peers that know the password, and proves it to others. Peers that
  /// refuse this one, or that it refuses, are asked again at once. The others notice at their next
  /// request.
  ///
  /// @param password null to let in everybody
  /// @throws IllegalStateException with a reason for the user, when it would be used over a
  ///     connection that is not encrypted
  public void givePassword(@Nullable Password password) {
    if (password != null && !hidden && runtime.security().isEmpty()) {
      throw new IllegalStateException(PlainConnections.NO_PASSWORD);
    }
    credentials.set(password);
    if (password == null && !hidden) {
      tellExposed();
    }
    retryRefused();
  }

  public boolean hasPassword() {
    return credentials.password() != null;
  }

  /// What this peer proves to others.
  public Credentials credentials() {
    return credentials;
  }

  @Override
  public void retryRefused() {
    driver.drive(engine::retryRefused);
  }

  /// Asks peers that do not answer again at once: the network may be back.
  public void retryUnreachable() {
    driver.drive(engine::retryUnreachable);
  }

  @Override
  public RumorId spread(String text) {
    return driver
        .driveFor(now -> engine.spread(text, now), GossipEngine.Told::step)
        .orElseThrow(() -> new IllegalStateException("the peer at " + address + " has ended"))
        .rumor();
  }

  @Override
  public void stepPeriod() {
    driver.drive(engine::stepPeriod);
  }

  @Override
  public void forgetRumors() {
    driver.drive(engine::forgetRumors);
  }

  @Override
  public PeerSnapshot snapshot() {
    return driver.snapshot();
  }

  /// What this peer can have others do.
  public Errands errands() {
    return new Errands(client);
  }

  /// Counts this peer's work.
  public Meter meter() {
    return meter;
  }

  /// This peer's figures at this moment.
  public PeerFigures figures() {
    return PeerFigures.of(
        meter.read(), engine.knownPeers().all(), driver.rumorsKept(), server.followers());
  }

  @Override
  public PeerWatch watch(PeerWatcher watcher) {
    return driver.watch(watcher);
  }

  /// Says goodbye to the neighbours that understand it, gives them a moment to ask back, and ends
  /// as [#close] does. This takes up to about 1.7 s, usually less than 0.1 s. Idempotent.
  public void leave() {
    Optional<Step> last = driver.driveUnsent(engine::leave);
    if (last.isPresent()) {
      farewells.say(last.get().requests(), driver.sender(), GOODBYE_TIME);
      close();
    }
  }

  /// Stops the periods, lets the server finish its answers, and frees the port. Tells no other
  /// peer. This takes up to about half a second, so it must not be called on an IO thread or the FX
  /// thread. Idempotent.
  @Override
  public void close() {
    if (silence()) {
      // Readers of the event stream hear of the end while they are still connected. The engine
      // takes no more steps; the server closes last, so that callers get answers until then.
      driver.end(server::close);
    }
  }

  /// Ends this peer as a crash would: its port and all its connections are cut at once, and no peer
  /// is told. Requests already sent may still arrive. Returns at once. Idempotent.
  public void kill() {
    if (silence()) {
      server.cut();
      driver.end(() -> {});
    }
  }

  /// @return whether it was running until now
  private boolean silence() {
    if (!driver.silence()) {
      return false;
    }
    runtime.ended(address, credentials);
    teacher.forget();
    faultsWatched.close();
    runtime.surroundings().forget(moved);
    client.close();
    return true;
  }

  /// Called on the thread that changes the faults, so the work is left to the timer.
  private void faultsChanged(FaultSet faults) {
    server.freeze(faults.isFrozen(address));
    try {
      runtime.scheduler().execute(client::thaw);
    } catch (RejectedExecutionException e) {
      LOG.debug("{} stays as it is: the program is ending", address, e);
    }
  }

  private void moved(OwnAddresses addresses) {
    driver.drive(now -> engine.moved(addresses, now));
  }

  private void tellExposed() {
    driver.tell(() -> new GossipEvent.Exposed(clock.instant(), address));
  }

  /// A fault that loses messages between two peers of this process acts at the sender, not here.
  private boolean losesFrom(PeerAddress caller) {
    return !runtime.runs(caller) && client.losesFrom(caller);
  }

  private @Nullable Supplier<Page> metrics() {
    Function<PeerFigures, Page> page = runtime.metrics();
    return page == null ? null : () -> page.apply(figures());
  }
}
