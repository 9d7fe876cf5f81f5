package p2pgossip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import p2pgossip.export.ScenarioFiles;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.network.Run;
import p2pgossip.scenario.Scenario;
import p2pgossip.swarm.SwarmPlan;
import p2pgossip.topology.Ring;
import p2pgossip.ui.window.DesktopPlan;

/// Every pair of flags in every mode: each flag acts beside the other, or is refused with the
/// reason.
class FlagTest {

  /// Options that differ only in these start the same.
  private static final long SEED = 1;

  /// The flags that select each mode.
  private static final Map<Mode, List<Flag>> ASKED_FOR =
      Map.ofEntries(
          Map.entry(Mode.WINDOW, List.of()),
          Map.entry(Mode.WINDOWS, List.of(Flag.WINDOWS)),
          Map.entry(Mode.PEER, List.of(Flag.HEADLESS)),
          Map.entry(Mode.SWARM_WINDOW, List.of(Flag.PEERS)),
          Map.entry(Mode.SWARM, List.of(Flag.HEADLESS, Flag.PEERS)),
          Map.entry(Mode.SCENARIO_WINDOW, List.of(Flag.SCENARIO)),
          Map.entry(Mode.SCENARIO, List.of(Flag.HEADLESS, Flag.SCENARIO)),
          Map.entry(Mode.VIRTUAL_SCENARIO, List.of(Flag.HEADLESS, Flag.SCENARIO, Flag.VIRTUAL)),
          Map.entry(Mode.VIRTUAL_SWARM_WINDOW, List.of(Flag.PEERS, Flag.VIRTUAL)),
          Map.entry(Mode.VIRTUAL_SCENARIO_WINDOW, List.of(Flag.SCENARIO, Flag.VIRTUAL)),
          Map.entry(Mode.LABORATORY, List.of(Flag.LAB)),
          Map.entry(Mode.FORGET, List.of(Flag.FORGET)));

  /// Pairs of flags of which the second has no effect beside the first.
  private static final Set<Set<Flag>> THE_SAME_TWICE =
      Set.of(
          // The demonstration has no sentences, and a number of peers of its own.
          EnumSet.of(Flag.DEMO, Flag.NO_SENTENCES),
          // In a class, all get to know each other anyway.
          EnumSet.of(Flag.JOIN_CLASS, Flag.UPDATE));

  /// A value other than the default.
  private static List<String> written(Flag flag) {
    String value =
        switch (flag) {
          case PORT -> "9123";
          case CLASS -> "Year 9";
          case JOIN_CLASS -> "10.0.0.7:8080/WERC-8GMR-ZGE1";
          case CONNECT -> "pc.example:8101,8102";
          case PERIOD -> "0.7";
          case NAME -> "Ana";
          case HOST_ALIAS -> "127.0.0.9";
          case PASSWORD_FILE -> "password.txt";
          case TEXT -> "@hello";
          case STRATEGY -> "flood";
          case FANOUT -> "7";
          case INTEREST -> "coin:9";
          case FORWARDING -> "0.5:2";
          case SEED -> "77";
          case MAX_PEERS -> "99";
          case FAILURES -> "9";
          case PEERS -> "11";
          case TOPOLOGY -> "star";
          case ORIGINALS -> "2";
          case NAMES -> "letters";
          case SCENARIO -> "ring";
          case REPORT -> "out";
          case KEYSTORE -> "key.p12";
          case TRUSTSTORE -> "trust.p12";
          case FORGET -> "8080";
          case WINDOWS -> "3";
          case THEME -> "dark";
          case RUN_FOR -> "5";
          case PROFILE -> "run.jfr";
          case UPDATE,
              ALLOW_TUNING,
              NO_SENTENCES,
              PAUSED,
              DEMO,
              VIRTUAL,
              TLS,
              HEADLESS,
              WHOLE_NETWORK,
              LAB,
              METRICS,
              HELP,
              VERSION ->
              "";
        };
    return value.isEmpty() ? List.of(flag.longName()) : List.of(flag.longName(), value);
  }

  /// What was read of each set of flags: most are met in many pairs, and reading takes a while.
  private final Map<Set<Flag>, LaunchOptions> known = new HashMap<>();

  private LaunchOptions read(Set<Flag> flags) {
    return known.computeIfAbsent(flags, FlagTest::parsed);
  }

  private static LaunchOptions parsed(Set<Flag> flags) {
    LaunchOptions options = new LaunchOptions();
    LaunchFlags.read(
        options, flags.stream().flatMap(flag -> written(flag).stream()).toArray(String[]::new));
    return options;
  }

  private static Set<Flag> with(Set<Flag> flags, Flag... more) {
    Set<Flag> all = EnumSet.noneOf(Flag.class);
    all.addAll(flags);
    all.addAll(Arrays.asList(more));
    return all;
  }

  private static @Nullable String refusal(LaunchOptions options) {
    try {
      options.requireFitting();
      return null;
    } catch (IllegalArgumentException e) {
      return e.getMessage();
    }
  }

  /// Everything that is started, as [Main] takes it from the options.
  private static List<Object> started(LaunchOptions options) {
    List<Object> all = new ArrayList<>();
    LaunchOptions.TlsFlags tls = options.encryption;
    all.add(Arrays.asList(tls.tls, tls.keystore, tls.truststore, tls.forget));
    all.add(Arrays.asList(options.profile.file, options.profile.metrics));
    all.add(Optional.ofNullable(options.peer.passwordFile));
    Mode mode = Mode.of(options);
    all.add(mode);
    switch (mode) {
      case WINDOW, WINDOWS, LABORATORY ->
          all.add(options.desktopPlan(seed(options), Optional.empty()));
      case PEER -> {
        all.add(options.config(options.firstPort()));
        all.add(options.classPart());
        all.add(options.namedTargets());
        all.add(Optional.ofNullable(options.window.runFor));
        all.add(seed(options));
      }
      case SWARM -> {
        all.add(options.swarmPlan(seed(options)));
        all.add(options.namedTargets());
        all.add(options.swarm.demo);
        all.add(Optional.ofNullable(options.window.runFor));
      }
      case SWARM_WINDOW, VIRTUAL_SWARM_WINDOW ->
          all.add(withoutOwnPeer(options.desktopPlan(seed(options), Optional.empty())));
      case SCENARIO_WINDOW, VIRTUAL_SCENARIO_WINDOW ->
          all.add(withoutOwnPeer(options.desktopPlan(SEED, Optional.of(scenario(options)))));
      case SCENARIO -> {
        Scenario scenario = scenario(options);
        all.add(
            SwarmPlan.of(scenario, scenario.runs().getFirst(), Run.Time.REAL)
                .withFirstPort(options.firstPort()));
        all.add(Optional.ofNullable(options.swarm.report));
      }
      case VIRTUAL_SCENARIO -> {
        all.add(scenario(options));
        all.add(Optional.ofNullable(options.swarm.report));
      }
      case FORGET -> {}
    }
    if (mode == Mode.WINDOW || mode == Mode.WINDOWS) {
      all.add(seed(options));
    }
    return all;
  }

  /// A window that shows a peer of a swarm does not use the settings of its own.
  private static DesktopPlan withoutOwnPeer(DesktopPlan plan) {
    return new DesktopPlan(
        plan.windows(),
        plan.port(),
        plan.hostAlias(),
        PeerSettings.DEFAULT,
        plan.targets(),
        plan.theme(),
        plan.swarm(),
        plan.scenario(),
        plan.demonstration(),
        plan.runFor(),
        plan.password(),
        plan.time(),
        plan.laboratory(),
        plan.name(),
        plan.classroom());
  }

  private static long seed(LaunchOptions options) {
    return options.gossip.seed == null ? SEED : options.gossip.seed;
  }

  /// A scenario with all settings at their defaults, so that the effect of each flag shows.
  private static Scenario scenario(LaunchOptions options) {
    return options
        .scenarioChanges()
        .applyTo(
            new Scenario(
                "a trial",
                "",
                SEED,
                3,
                0,
                new Ring(),
                PeerSettings.DEFAULT,
                Duration.ZERO,
                null,
                List.of(),
                List.of()));
  }

  @Test
  void aGivenTextIsSentEvenInAScenarioOrDemonstrationWithoutSentences() throws IOException {
    LaunchOptions options = read(EnumSet.of(Flag.SCENARIO, Flag.TEXT));
    Scenario ring = ScenarioFiles.bundled("ring");

    assertThat(ring.settings().sentences()).isFalse();
    assertThat(options.scenarioChanges().applyTo(ring).settings())
        .isEqualTo(ring.settings().withText("@hello").withSentences(true));
  }

  @Test
  void aLimitOfFailuresAppliesToAllEvenInAScenarioThatKeepsPeers() throws IOException {
    Scenario partition = ScenarioFiles.bundled("partition");
    LaunchOptions options = new LaunchOptions();
    LaunchFlags.read(options, "--scenario", "partition", "--failures", "3");

    assertThat(partition.settings().keep()).isTrue();
    assertThat(options.scenarioChanges().applyTo(partition).settings())
        .isEqualTo(partition.settings().withKeep(false).withFailureLimit(3));
  }

  @Test
  void theTableHasAllFlagsAndNoOthers() {
    assertThat(
            LaunchFlags.reading(new LaunchOptions()).getCommandSpec().options().stream()
                .map(Flag::of))
        .containsExactlyInAnyOrder(Flag.values());
  }

  @ParameterizedTest
  @EnumSource
  void inEveryModeEachFlagActsBesideEachOtherOrIsRefused(Mode mode) {
    Set<Flag> asked = with(Set.of(), ASKED_FOR.get(mode).toArray(Flag[]::new));
    assertThat(Mode.of(read(asked))).isEqualTo(mode);
    for (Flag one : Flag.values()) {
      for (Flag other : Flag.values()) {
        if (one != other && !one.equals(Flag.HELP) && !one.equals(Flag.VERSION)) {
          actsOrIsRefused(with(asked, other), one);
        }
      }
    }
  }

  private void actsOrIsRefused(Set<Flag> before, Flag flag) {
    Set<Flag> all = with(before, flag);
    LaunchOptions options = read(all);
    String refusal = refusal(options);
    if (before.contains(Flag.HELP) || before.contains(Flag.VERSION)) {
      assertThat(refusal).as("%s", all).isNull();
      return;
    }
    boolean refused =
        all.stream().anyMatch(it -> it.refusedIn(Mode.of(options)).isPresent())
            || (!all.contains(Flag.TLS)
                && (all.contains(Flag.KEYSTORE) || all.contains(Flag.TRUSTSTORE)))
            || (all.contains(Flag.TEXT) && all.contains(Flag.NO_SENTENCES))
            || (all.contains(Flag.CLASS) && all.contains(Flag.JOIN_CLASS));
    if (refused) {
      assertThat(refusal).as("%s", all).matches("--[a-z-]+: .{10,}");
    } else {
      assertThat(refusal).as("%s", all).isNull();
      LaunchOptions without = read(before);
      // Without it, the others may not go together.
      boolean comparable = !before.contains(flag) && refusal(without) == null;
      if (comparable && THE_SAME_TWICE.stream().noneMatch(all::containsAll)) {
        assertThat(started(options))
            .as("%s beside %s", flag, before)
            .isNotEqualTo(started(without));
      }
    }
  }

  @Test
  void aFlagIsRefusedWhereTheRunsOfAScenarioDifferInJustThat() throws IOException {
    Scenario scenario = ScenarioFiles.bundled("push-pull");
    LaunchOptions options = new LaunchOptions();
    LaunchFlags.read(options, "--scenario", "push-pull", "--strategy", "flood");

    org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
        .isThrownBy(() -> options.scenarioChanges().applyTo(scenario))
        .withMessage("--strategy: the runs of this scenario differ in just that; leave it out");
  }

  @Test
  void theGuideAndTheHelpHaveTheTable() throws IOException {
    StringWriter help = new StringWriter();
    LaunchFlags.reading(new LaunchOptions()).usage(new PrintWriter(help, true));
    String guide = Files.readString(Path.of("assets/GUIDE.md"));
    String unwrapped = guide.replace("\n  ", " ");

    assertThat(Flag.refusedInWords())
        .allSatisfy(line -> assertThat(unwrapped.contains("\n- " + line + "\n")).as(line).isTrue());
    assertThat(help.toString().replaceAll("\\s+", " ")).contains(Flag.refusedInWords());
    assertThat(Stream.of(Flag.values()).filter(flag -> flag != Flag.RUN_FOR).map(Flag::longName))
        .allSatisfy(name -> assertThat(guide.contains("`" + name)).as(name).isTrue());
  }
}
