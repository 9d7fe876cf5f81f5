package p2pgossip.ui.model;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import p2pgossip.fault.Fault;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.peer.PeerRuntime;
import p2pgossip.peer.RunningPeer;
import p2pgossip.scenario.ActionWords;
import p2pgossip.scenario.Scenario;
import p2pgossip.scenario.TimedAction;
import p2pgossip.scenario.Variant;
import p2pgossip.swarm.ScenarioPlay;
import p2pgossip.swarm.Swarm;
import p2pgossip.swarm.SwarmListener;
import p2pgossip.swarm.SwarmMember;
import p2pgossip.swarm.SwarmPlan;

/// The swarm that a window has started, if any, and what is made to go wrong for the peers of this
/// process. FX thread only; whatever waits is done on the background executor.
public final class SwarmViewModel implements AutoCloseable {

  private static final Duration REFRESH = Duration.ofMillis(100);

  private final ReadOnlyObjectWrapper<@Nullable SwarmState> state = new ReadOnlyObjectWrapper<>();
  private final PeerRuntime runtime;
  private final Executor background;
  private final Executor fxThread;
  private final ScheduledExecutorService timer;
  private final Consumer<RunningPeer> watcher;
  private final Consumer<String> trouble;
  private final Consumer<String> news;
  private @Nullable Run run;

  /// One swarm, from its start to its end.
  private static final class Run {
    private final SwarmPlan plan;
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final Map<Integer, SwarmMember> members = new LinkedHashMap<>();
    private final Throttle show;
    private PeerSettings settings;
    private @Nullable String title;
    private @Nullable Swarm swarm;
    private @Nullable ScenarioPlay play;

    private Run(SwarmPlan plan, Throttle show) {
      this.plan = plan;
      this.settings = plan.settings();
      this.show = show;
    }
  }

  /// @param watcher is given each member that runs, to have it shown
  /// @param trouble is told in words what could not be done
  /// @param news is told in words what a scenario does
  /// @param timer paces what is handed to the FX thread
  public SwarmViewModel(
      PeerRuntime runtime,
      Executor background,
      Executor fxThread,
      ScheduledExecutorService timer,
      Consumer<RunningPeer> watcher,
      Consumer<String> trouble,
      Consumer<String> news) {
    this.runtime = runtime;
    this.background = background;
    this.fxThread = fxThread;
    this.timer = timer;
    this.watcher = watcher;
    this.trouble = trouble;
    this.news = news;
  }

  /// The swarm; null while there is none.
  public ReadOnlyObjectProperty<@Nullable SwarmState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  public boolean isThere() {
    return run != null;
  }

  /// Starts a swarm in place of the one that there may be.
  ///
  /// @param standing is given its first member once all run
  public void start(SwarmPlan plan, Consumer<RunningPeer> standing) {
    stop();
    Run begun = new Run(plan, new Throttle(fxThread, timer, REFRESH, this::show));
    run = begun;
    show();
    background.execute(
        () -> {
          try {
            Swarm swarm =
                Swarm.start(plan, runtime, new Ear(begun), count -> {}, begun.cancelled::get);
            fxThread.execute(() -> started(begun, swarm, standing));
          } catch (CancellationException e) {
            // The user has ended it already.
          } catch (IOException | RuntimeException e) {
            fxThread.execute(() -> failed(begun, String.valueOf(e.getMessage())));
          }
        });
  }

  private void started(Run begun, Swarm swarm, Consumer<RunningPeer> standing) {
    begun.swarm = swarm;
    if (run == begun) {
      // Settings may have been changed while it started.
      if (!begun.settings.equals(begun.plan.settings())) {
        swarm.change(settings -> begun.settings);
      }
      for (PeerAddress address : swarm.peers()) {
        watch(swarm, address);
      }
      swarm.peers().stream()
          .map(swarm::peer)
          .filter(Objects::nonNull)
          .findFirst()
          .ifPresent(standing);
      show();
    } else {
      background.execute(swarm::close);
    }
  }

  private void failed(Run begun, String words) {
    if (run == begun) {
      state.set(new SwarmState(begun.plan, List.of(), begun.settings, false, null, words));
      run = null;
      begun.show.close();
    }
    trouble.accept("The swarm could not be started: " + words + ".");
  }

  /// Plays a scenario, one run after another, each on a swarm of its own.
  ///
  /// @param standing is given the first member of each swarm once all run
  /// @param between told the name of a run at its end, before its swarm gives way to the next
  public void play(Scenario scenario, Consumer<RunningPeer> standing, Consumer<String> between) {
    play(scenario, 0, standing, between);
  }

  private void play(
      Scenario scenario, int index, Consumer<RunningPeer> standing, Consumer<String> between) {
    Variant variant = scenario.runs().get(index);
    start(
        SwarmPlan.of(scenario, variant),
        first -> standingFor(scenario, index, first, standing, between));
    Run begun = run;
    if (begun != null) {
      int runs = scenario.runs().size();
      begun.title =
          runs == 1 ? scenario.name() : "%s (%d of %d)".formatted(variant.name(), index + 1, runs);
      show();
    }
  }

  private void standingFor(
      Scenario scenario,
      int index,
      RunningPeer first,
      Consumer<RunningPeer> standing,
      Consumer<String> between) {
    standing.accept(first);
    Run current = run;
    if (current == null || current.swarm == null) {
      return;
    }
    String name = scenario.runs().get(index).name();
    current.play =
        new ScenarioPlay(
            scenario,
            current.swarm,
            runtime.faults(),
            new ScenarioPlay.Listener() {
              @Override
              public void began() {
                say("Scenario “" + name + "” begins.");
              }

              @Override
              public void did(TimedAction action) {
                String object = ActionWords.object(action.action());
                // The words of a rumour mostly bring a full stop of their own.
                String end = object.endsWith(".") ? "" : ".";
                say("Scenario: " + ActionWords.verb(action.action()) + " " + object + end);
              }

              @Override
              public void failed(TimedAction action, String reason) {
                String what = ActionWords.verb(action.action());
                fxThread.execute(
                    () -> trouble.accept("Scenario: could not " + what + ": " + reason + "."));
              }

              @Override
              public void over() {
                say("Scenario “" + name + "” is over.");
                fxThread.execute(() -> next(current, scenario, index, standing, between));
              }

              private void say(String words) {
                fxThread.execute(() -> news.accept(words));
              }
            });
  }

  private void next(
      Run ended,
      Scenario scenario,
      int index,
      Consumer<RunningPeer> standing,
      Consumer<String> between) {
    if (run != ended) {
      return;
    }
    boolean last = index + 1 == scenario.runs().size();
    if (!last) {
      between.accept(scenario.runs().get(index).name());
      endAllFaults();
      play(scenario, index + 1, standing, between);
    }
  }

  /// Ends all peers of the swarm; also while they are still being started.
  public void stop() {
    Run ending = run;
    run = null;
    state.set(null);
    if (ending != null) {
      ending.cancelled.set(true);
      ending.show.close();
      if (ending.play != null) {
        ending.play.close();
      }
      Swarm swarm = ending.swarm;
      if (swarm != null) {
        background.execute(swarm::close);
      }
    }
  }

  /// Changes the settings of all.
  public void change(UnaryOperator<PeerSettings> how) {
    Run current = run;
    if (current != null) {
      current.settings = how.apply(current.settings);
      if (current.swarm != null) {
        current.swarm.change(how);
      }
      show();
    }
  }

  /// Each begins one period now.
  public void stepPeriod() {
    withSwarm(Swarm::stepPeriod);
  }

  /// A rumour begins.
  ///
  /// @param origin where; null for anywhere
  public void spread(String text, @Nullable PeerAddress origin) {
    withSwarm(
        swarm -> {
          if (origin == null || swarm.spread(origin, text) == null) {
            var _ = swarm.spreadAnywhere(text);
          }
        });
  }

  /// All forget all rumours.
  public void forgetRumors() {
    withSwarm(Swarm::forgetRumors);
  }

  /// A member that runs; null of others.
  public @Nullable RunningPeer peer(PeerAddress address) {
    Run current = run;
    return current == null || current.swarm == null ? null : current.swarm.peer(address);
  }

  /// Where the members are, those that run no longer too.
  public Set<PeerAddress> addresses() {
    Run current = run;
    return current == null
        ? Set.of()
        : Set.copyOf(current.members.values().stream().map(SwarmMember::address).toList());
  }

  /// Where those were that run no longer.
  public List<PeerAddress> ended() {
    Run current = run;
    return current == null
        ? List.of()
        : current.members.values().stream()
            .filter(member -> !member.running())
            .map(SwarmMember::address)
            .sorted()
            .toList();
  }

  /// Whether a peer runs in this process, in the swarm or not.
  public boolean isHere(PeerAddress peer) {
    return runtime.runs(peer);
  }

  public void begin(Fault fault) {
    var _ = runtime.faults().begin(fault);
  }

  /// Ends a fault, and has the members make up for what it has cost them of one another.
  public void end(Fault fault) {
    var _ = runtime.faults().end(fault);
    withSwarm(Swarm::reconnect);
  }

  /// Ends all faults, as [#end] does.
  public void endAllFaults() {
    var _ = runtime.faults().endAll();
    withSwarm(Swarm::reconnect);
  }

  public void kill(Collection<PeerAddress> peers) {
    withEach(peers, Swarm::kill);
  }

  public void leave(Collection<PeerAddress> peers) {
    withEach(peers, (swarm, peer) -> report(swarm.leave(peer), peer + " could not leave"));
  }

  public void restart(Collection<PeerAddress> peers) {
    withEach(
        peers, (swarm, peer) -> report(swarm.restart(peer), peer + " could not be started again"));
  }

  private void report(CompletableFuture<?> work, String what) {
    var _ =
        work.whenComplete(
            (result, cause) -> {
              if (cause != null) {
                Throwable reason = cause.getCause() == null ? cause : cause.getCause();
                fxThread.execute(() -> trouble.accept(what + ": " + reason.getMessage() + "."));
              }
            });
  }

  private void withEach(Collection<PeerAddress> peers, BiConsumer<Swarm, PeerAddress> action) {
    List<PeerAddress> sorted = peers.stream().sorted().toList();
    withSwarm(swarm -> sorted.forEach(peer -> action.accept(swarm, peer)));
  }

  /// Off the FX thread: a swarm steers hundreds of peers.
  private void withSwarm(Consumer<Swarm> action) {
    Run current = run;
    if (current != null && current.swarm != null) {
      Swarm swarm = current.swarm;
      background.execute(() -> action.accept(swarm));
    }
  }

  private void watch(Swarm swarm, PeerAddress address) {
    RunningPeer peer = swarm.peer(address);
    if (peer != null) {
      watcher.accept(peer);
    }
  }

  private void show() {
    Run current = run;
    if (current != null) {
      state.set(
          new SwarmState(
              current.plan,
              new ArrayList<>(current.members.values()),
              current.settings,
              current.swarm == null,
              current.title,
              null));
    }
  }

  /// Hears of the members, on threads of theirs.
  private final class Ear implements SwarmListener {

    private final Run of;

    private Ear(Run of) {
      this.of = of;
    }

    @Override
    public void joined(SwarmMember member) {
      changed(member);
      fxThread.execute(
          () -> {
            // Those that come later; the first are watched once all stand.
            if (of.swarm != null) {
              watch(of.swarm, member.address());
            }
          });
    }

    @Override
    public void ended(SwarmMember member) {
      changed(member);
    }

    private void changed(SwarmMember member) {
      fxThread.execute(
          () -> {
            of.members.put(member.number(), member);
            of.show.ask();
          });
    }
  }

  /// Ends the swarm. Idempotent.
  @Override
  public void close() {
    stop();
  }
}
