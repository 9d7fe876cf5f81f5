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
  VIRTUAL_SWARM_WINDOW("--virtual with --peers or --demo"),
  VIRTUAL_SCENARIO_WINDOW("--virtual with --scenario"),
  LABORATORY("--lab"),
  FORGET("--forget");

  static final Set<Mode> WITHOUT_WINDOW = EnumSet.of(PEER, SWARM, SCENARIO, VIRTUAL_SCENARIO);
  static final Set<Mode> ONE_PEER = EnumSet.of(WINDOW, WINDOWS, PEER);
  static final Set<Mode> OF_SCENARIO =
      EnumSet.of(SCENARIO_WINDOW, SCENARIO, VIRTUAL_SCENARIO, VIRTUAL_SCENARIO_WINDOW);
  static final Set<Mode> OF_VIRTUAL_TIME =
      EnumSet.of(VIRTUAL_SCENARIO, VIRTUAL_SWARM_WINDOW, VIRTUAL_SCENARIO_WINDOW);
  static final Set<Mode> WINDOW_OF_MANY =
      EnumSet.of(SWARM_WINDOW, SCENARIO_WINDOW, VIRTUAL_SWARM_WINDOW, VIRTUAL_SCENARIO_WINDOW);

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
    if (options.window.laboratory) {
      return LABORATORY;
    }
    if (options.swarm.scenario != null) {
      if (!headless) {
        return options.swarm.virtual ? VIRTUAL_SCENARIO_WINDOW : SCENARIO_WINDOW;
      }
      return options.swarm.virtual ? VIRTUAL_SCENARIO : SCENARIO;
    }
    if (options.isSwarm()) {
      if (headless) {
        return SWARM;
      }
      return options.swarm.virtual ? VIRTUAL_SWARM_WINDOW : SWARM_WINDOW;
    }
    if (headless) {
      return PEER;
    }
    return options.window.windows > 1 ? WINDOWS : WINDOW;
  }
}
