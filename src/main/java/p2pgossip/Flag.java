package p2pgossip;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Model.OptionSpec;

/// The table of what each flag does in each [Mode]: it acts, unless the table gives a reason to
/// refuse it. No flag is silently ignored.
enum Flag {
  PORT("--port", inVirtualTime("simulated peers have no ports")),
  CONNECT(
      "--connect",
      inScenarios("the peers of a scenario connect only to each other"),
      inVirtualTime("simulated peers connect only to each other")),
  PERIOD("--period"),
  HOST_ALIAS(
      "--host-alias",
      inScenarios("the peers of a scenario are reached on this machine only"),
      inVirtualTime("nobody outside reaches simulated peers")),
  NAME(
      "--name",
      new Refusal(EnumSet.complementOf(EnumSet.copyOf(Mode.ONE_PEER)), "it names one peer")),
  UPDATE("--update"),
  PASSWORD_FILE(
      "--password-file",
      inScenarios("the peers of a scenario let in everybody on this machine"),
      inVirtualTime("nobody outside reaches simulated peers")),
  ALLOW_TUNING("--allow-tuning", inVirtualTime("nobody outside reaches simulated peers")),
  TEXT("--text"),
  NO_SENTENCES("--no-sentences"),
  STRATEGY("--strategy"),
  FANOUT("--fanout"),
  INTEREST("--interest"),
  FORWARDING("--forwarding"),
  PAUSED("--paused", inScenarios("the scenario says when its peers pause")),
  SEED("--seed"),
  MAX_PEERS("--max-peers"),
  FAILURES("--failures"),
  PEERS("--peers", inScenarios("the scenario says how many peers there are")),
  TOPOLOGY(
      "--topology",
      inScenarios("the scenario says how its peers are connected"),
      new Refusal(Mode.ONE_PEER, "it needs --peers or --demo")),
  ORIGINALS(
      "--originals",
      inScenarios("the scenario says how many of its peers are original"),
      new Refusal(Mode.ONE_PEER, "it needs --peers or --demo")),
  NAMES("--names", new Refusal(Mode.ONE_PEER, "it needs --peers, --demo or --scenario")),
  DEMO("--demo", inScenarios("the scenario says how many peers there are")),
  SCENARIO("--scenario"),
  REPORT(
      "--report",
      new Refusal(
          EnumSet.complementOf(EnumSet.of(Mode.SCENARIO, Mode.VIRTUAL_SCENARIO)),
          "it needs --headless and --scenario")),
  VIRTUAL(
      "--virtual",
      new Refusal(
          EnumSet.complementOf(EnumSet.copyOf(Mode.OF_VIRTUAL_TIME)),
          "it needs --scenario, or a window with --peers or --demo")),
  CLASS("--class", inClasses()),
  JOIN_CLASS("--join-class", inClasses()),
  TLS("--tls", inVirtualTime("simulated peers have no connections to encrypt")),
  KEYSTORE("--keystore", inVirtualTime("simulated peers have no connections to encrypt")),
  TRUSTSTORE("--truststore", inVirtualTime("simulated peers have no connections to encrypt")),
  FORGET("--forget"),
  HEADLESS("--headless"),
  WINDOWS(
      "--windows",
      withoutWindow(),
      new Refusal(
          Mode.WINDOW_OF_MANY, "one window shows the first of the peers, and can open others")),
  WHOLE_NETWORK("--whole-network", withoutWindow()),
  LAB("--lab"),
  THEME("--theme", withoutWindow()),
  RUN_FOR(
      "--run-for",
      new Refusal(
          EnumSet.of(Mode.SCENARIO, Mode.VIRTUAL_SCENARIO), "the scenario says when it ends")),
  PROFILE("--profile"),
  METRICS("--metrics", inVirtualTime("simulated peers answer no HTTP request")),
  HELP("--help"),
  VERSION("--version");

  /// Flags that act whatever else is given: they print something and end the program.
  private static final Set<Flag> BEFORE_ALL = EnumSet.of(HELP, VERSION);

  private final String name;

  @SuppressWarnings("ImmutableEnumChecker") // It is a copy, which nobody can change.
  private final Map<Mode, String> refusals;

  /// @param modes in which the flag is refused
  /// @param reason follows the flag and a colon
  private record Refusal(Set<Mode> modes, String reason) {}

  Flag(String name, Refusal... refused) {
    this.name = name;
    Map<Mode, String> collected = new EnumMap<>(Mode.class);
    for (Refusal refusal : refused) {
      refusal.modes().forEach(mode -> collected.put(mode, refusal.reason()));
    }
    if (!Set.of("--forget", "--help", "--version").contains(name)) {
      collected.put(Mode.FORGET, "--forget forgets a peer and ends");
    }
    if (!Set.of("--lab", "--theme", "--run-for", "--profile", "--forget", "--help", "--version")
        .contains(name)) {
      collected.put(
          Mode.LABORATORY, "the laboratory has no peers of its own, and fields for the rest");
    }
    refusals = Map.copyOf(collected);
  }

  private static Refusal inScenarios(String reason) {
    return new Refusal(Mode.OF_SCENARIO, reason);
  }

  private static Refusal inVirtualTime(String reason) {
    return new Refusal(Mode.OF_VIRTUAL_TIME, reason);
  }

  private static Refusal inClasses() {
    return new Refusal(
        EnumSet.complementOf(EnumSet.of(Mode.WINDOW, Mode.PEER)),
        "a class is started or joined by one peer");
  }

  private static Refusal withoutWindow() {
    return new Refusal(Mode.WITHOUT_WINDOW, "nothing is shown with --headless");
  }

  /// The flag's long form.
  String longName() {
    return name;
  }

  /// The reason why a mode refuses the flag; empty if it acts.
  Optional<String> refusedIn(Mode mode) {
    return Optional.ofNullable(refusals.get(mode));
  }

  /// The flag with these names in picocli.
  ///
  /// @throws IllegalStateException when the table lacks it
  static Flag of(OptionSpec option) {
    List<String> names = Arrays.asList(option.names());
    return Stream.of(values())
        .filter(flag -> names.contains(flag.name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the table of flags lacks " + names));
  }

  /// @throws IllegalArgumentException when a flag is refused, with the reason
  static void requireActing(Set<Flag> given, Mode mode) {
    if (given.stream().anyMatch(BEFORE_ALL::contains)) {
      return;
    }
    for (Flag flag : given) {
      String reason = flag.refusals.get(mode);
      if (reason != null) {
        throw new IllegalArgumentException(flag.name + ": " + reason + "; leave it out");
      }
    }
    require(given, KEYSTORE, TLS);
    require(given, TRUSTSTORE, TLS);
    if (given.contains(CLASS) && given.contains(JOIN_CLASS)) {
      throw new IllegalArgumentException(
          "--join-class: a peer starts a class or joins one; leave one of the two out");
    }
    if (given.contains(TEXT) && given.contains(NO_SENTENCES)) {
      throw new IllegalArgumentException(
          "--text: it replaces the sentence of each period, and --no-sentences sends none; leave"
              + " one of them out");
    }
  }

  private static void require(Set<Flag> given, Flag flag, Flag other) {
    if (given.contains(flag) && !given.contains(other)) {
      throw new IllegalArgumentException(flag.name + ": it needs " + other.name);
    }
  }

  /// Lists which flags are refused in which mode, one mode a line, for `--help` and
  /// assets/GUIDE.md.
  static List<String> refusedInWords() {
    return Stream.of(Mode.values())
        .filter(mode -> mode != Mode.FORGET)
        .map(mode -> "with " + mode.words() + ": " + String.join(", ", refusedNames(mode)))
        .toList();
  }

  private static List<String> refusedNames(Mode mode) {
    return Stream.of(values())
        .filter(flag -> flag != RUN_FOR && flag.refusals.containsKey(mode))
        .map(Flag::longName)
        .toList();
  }
}
