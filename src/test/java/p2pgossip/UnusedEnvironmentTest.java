package p2pgossip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// An environment variable is used, or reported as having no effect.
class UnusedEnvironmentTest {

  private static final Map<String, String> ALL =
      Map.of(
          GivenPassword.VARIABLE, "open sesame",
          Encryption.KEYSTORE_PASSWORD, "key",
          Encryption.TRUSTSTORE_PASSWORD, "trust");

  private static List<String> words(Map<String, String> environment, String... flags) {
    LaunchOptions options = new LaunchOptions();
    LaunchFlags.read(options, flags);
    return UnusedEnvironment.inWords(options, environment);
  }

  @Test
  void aPasswordHasNoEffectOnTheScenarioPeers() {
    Map<String, String> password = Map.of(GivenPassword.VARIABLE, "open sesame");
    String said =
        "the environment's P2PGOSSIP_PASSWORD has no effect on the peers of a scenario, which let"
            + " in everybody on this machine";

    assertThat(words(password, "--headless", "--scenario", "ring")).containsExactly(said);
    assertThat(words(password, "--scenario", "ring")).containsExactly(said);
    assertThat(words(password, "--headless")).isEmpty();
    assertThat(words(password, "--peers", "3")).isEmpty();
    assertThat(words(Map.of(GivenPassword.VARIABLE, ""), "--scenario", "ring")).isEmpty();
  }

  @Test
  void nothingOfItHasAnEffectOnSimulatedPeers() {
    assertThat(words(ALL, "--headless", "--scenario", "ring", "--virtual"))
        .containsExactly(
            "the environment's P2PGOSSIP_PASSWORD has no effect on simulated peers",
            "the environment's P2PGOSSIP_KEYSTORE_PASSWORD has no effect on simulated peers",
            "the environment's P2PGOSSIP_TRUSTSTORE_PASSWORD has no effect on simulated peers");
  }

  @Test
  void aPasswordForAFileHasNoEffectWithoutTheFile() {
    assertThat(words(ALL, "--tls", "--headless"))
        .containsExactly(
            "the environment's P2PGOSSIP_KEYSTORE_PASSWORD has no effect without --keystore",
            "the environment's P2PGOSSIP_TRUSTSTORE_PASSWORD has no effect without --truststore");
    assertThat(words(ALL, "--tls", "--keystore", "k.p12", "--truststore", "t.p12")).isEmpty();
  }

  @Test
  void nothingIsReportedIfNothingIsStarted() {
    assertThat(words(ALL, "--forget", "127.0.0.1:1")).isEmpty();
  }

  @Test
  void noPasswordIsRepeated() {
    assertThat(words(ALL, "--scenario", "ring"))
        .hasSize(3)
        .allSatisfy(words -> assertThat(words).doesNotContain("open sesame"));
  }
}
