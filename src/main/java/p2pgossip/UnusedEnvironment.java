package p2pgossip;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Environment variables that have no effect on this run. A variable may be set for other runs, so
/// it is reported and not refused, as a flag would be.
final class UnusedEnvironment {

  private UnusedEnvironment() {}

  /// @param environment of the process
  /// @return a sentence without a full stop for each such variable
  static List<String> inWords(LaunchOptions options, Map<String, String> environment) {
    Mode mode = Mode.of(options);
    List<String> words = new ArrayList<>();
    if (mode == Mode.FORGET) {
      return words;
    }
    if (mode == Mode.VIRTUAL_SCENARIO || mode == Mode.LABORATORY) {
      for (String variable :
          List.of(
              GivenPassword.VARIABLE,
              Encryption.KEYSTORE_PASSWORD,
              Encryption.TRUSTSTORE_PASSWORD)) {
        if (isGiven(environment, variable)) {
          words.add("the environment's " + variable + " has no effect on simulated peers");
        }
      }
      return words;
    }
    if (Mode.OF_SCENARIO.contains(mode) && isGiven(environment, GivenPassword.VARIABLE)) {
      words.add(
          "the environment's "
              + GivenPassword.VARIABLE
              + " has no effect on the peers of a scenario, which let in everybody on this"
              + " machine");
    }
    if (options.encryption.keystore == null && isGiven(environment, Encryption.KEYSTORE_PASSWORD)) {
      words.add(withoutFlag(Encryption.KEYSTORE_PASSWORD, Flag.KEYSTORE));
    }
    if (options.encryption.truststore == null
        && isGiven(environment, Encryption.TRUSTSTORE_PASSWORD)) {
      words.add(withoutFlag(Encryption.TRUSTSTORE_PASSWORD, Flag.TRUSTSTORE));
    }
    return words;
  }

  private static boolean isGiven(Map<String, String> environment, String variable) {
    return !environment.getOrDefault(variable, "").isEmpty();
  }

  private static String withoutFlag(String variable, Flag flag) {
    return "the environment's " + variable + " has no effect without " + flag.longName();
  }
}
