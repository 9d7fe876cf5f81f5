package p2pgossip;

import java.util.EnumSet;
import java.util.Set;

/// The ways in which the program can run.
enum Mode {
  WINDOW("one window"),
  WINDOWS("--windows"),
  PEER("--headless"),
  SWARM_WINDOW("--peers or --demo"),
  SWARM("--headless with --peers or --demo"),
  SCENARIO_WINDOW("--scenario"),
  SCENARIO("--headless with --scenario"),
  VIRTUAL_SCENARIO("--headless with --scenario and --virtual"),
  FORGET("--forget");

  static final Set<Mode> WITHOUT_WINDOW = EnumSet.of(PEER, SWARM, SCENARIO, VIRTUAL_SCENARIO);
  static final Set<Mode> ONE_PEER = EnumSet.of(WINDOW, WINDOWS, PEER);
  static final Set<Mode> OF_SCENARIO = EnumSet.of(SCENARIO_WINDOW, SCENARIO, VIRTUAL_SCENARIO);

  private final String words;

  Mode(String words) {
    this.words = words;
  }

  /// The flags that select it.
  String words() {
    return words;
  }

  static Mode of(LaunchOptions options) {
    boolean headless = options.window.headless;
    if (options.encryption.forget != null) {
      return FORGET;
    }
    if (options.swarm.scenario != null) {
      if (!headless) {
        return SCENARIO_WINDOW;
      }
      return options.swarm.virtual ? VIRTUAL_SCENARIO : SCENARIO;
    }
    if (options.isSwarm()) {
      return headless ? SWARM : SWARM_WINDOW;
    }
    if (headless) {
      return PEER;
    }
    return options.window.windows > 1 ? WINDOWS : WINDOW;
  }
}
