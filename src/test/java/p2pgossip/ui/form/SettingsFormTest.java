package p2pgossip.ui.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.binding.StringBinding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.peer.Target;

class SettingsFormTest {

  private final SettingsForm form = new SettingsForm();

  @ParameterizedTest
  @CsvSource({"1, 1", "8080, 8080", "65535, 65535", "0, 0", "' 8080 ', 8080"})
  void readsAPort(String typed, int port) {
    form.portProperty().set(typed);

    assertThat(form.port()).contains(port);
    assertThat(form.portErrorProperty().get()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "-1", "65536", "99999999999", "80 80", "http", "8O80", "+80"})
  void saysThatSomethingIsNoPort(String typed) {
    form.portProperty().set(typed);

    assertThat(form.port()).isEmpty();
    assertThat(form.portErrorProperty().get())
        .isEqualTo("A port is a number from 1 to 65535, or 0 for any.");
    assertThat(form.canStart()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "127.0.0.1",
        " 10.0.0.7 ",
        "::1",
        "2001:db8::1",
        "localhost",
        "my-pc.example",
        "a_b"
      })
  void takesAnAliasThatIsAnAddressOrAName(String typed) {
    form.portProperty().set("8080");
    form.hostAliasProperty().set(typed);

    assertThat(form.hostAliasErrorProperty().get()).isEmpty();
    assertThat(form.canStart()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.1",
        "256.0.0.1",
        "1.2.3.4.5",
        "0.0.0.0",
        "::",
        "224.0.0.1",
        "-pc",
        "my pc",
        "host:80",
        "::1%lo",
        "12345",
        "a..b"
      })
  void saysThatSomethingIsNoAlias(String typed) {
    form.portProperty().set("8080");
    form.hostAliasProperty().set(typed);

    assertThat(form.hostAliasErrorProperty().get())
        .isEqualTo("The alias is neither the IP address of one machine nor a name.");
    assertThat(form.canStart()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "5, 5000",
    "0.1, 100",
    "'0,25', 250",
    ".5, 500",
    "5., 5000",
    "' 3 ', 3000",
    "86400, 86400000"
  })
  void readsAPeriod(String typed, long milliseconds) {
    form.periodProperty().set(typed);

    assertThat(form.period()).contains(Duration.ofMillis(milliseconds));
    assertThat(form.periodErrorProperty().get()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "0",
        "0.09",
        "-5",
        "86401",
        "86400.1",
        "5 s",
        "1e3",
        "1,000.5",
        "NaN",
        "٥",
        // as many nanoseconds as a long has values, and 5 s
        "18446744079",
        "1e99999999"
      })
  void saysThatSomethingIsNoPeriod(String typed) {
    form.periodProperty().set(typed);

    assertThat(form.period()).isEmpty();
    assertThat(form.periodErrorProperty().get())
        .isEqualTo("A period is 0.1 to 86400 seconds (one day).");
  }

  @ParameterizedTest
  @CsvSource({"PT5S, 5", "PT0.25S, 0.25", "PT24H, 86400", "PT10S, 10"})
  void writesAPeriodAsAPersonWould(Duration period, String written) {
    assertThat(SettingsForm.seconds(period)).isEqualTo(written);
  }

  @Test
  void readsTargetsSeparatedInAnyUsualWay() {
    form.targetsProperty().set(" 8081, 10.0.0.7:80;localhost:8082\n[::1]:8083  127.0.0.1:8081 ");

    assertThat(form.targets())
        .containsExactly(
            new Target("127.0.0.1", 8_081),
            new Target("10.0.0.7", 80),
            new Target("localhost", 8_082),
            new Target("::1", 8_083));
    assertThat(form.targetsErrorProperty().get()).isEmpty();
    assertThat(form.canConnect()).isTrue();
  }

  @Test
  void hasNothingToConnectToAndNothingToComplainOfWhileNothingIsTyped() {
    form.targetsProperty().set(" , ");

    assertThat(form.targets()).isEqualTo(List.of());
    assertThat(form.targetsErrorProperty().get()).isEmpty();
    assertThat(form.canConnect()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "8081 localhost, \"localhost\"",
    "127.0.0.1:99999, \"99999\"",
    "0, \"0\"",
    "my?pc:80, \"my?pc\"",
    "::1:80, \"::1:80\"",
    "0.0.0.0:80, 0.0.0.0"
  })
  void saysWhichTargetIsNoGoodAndWhy(String typed, String named) {
    form.targetsProperty().set(typed);

    String refusal = catchThrowable(() -> Target.list(typed)).getMessage();
    assertThat(form.targetsErrorProperty().get())
        .contains(named)
        .isEqualToIgnoringCase(refusal + ".");
    assertThat(form.canConnect()).isFalse();
  }

  @Test
  void takesFiftyTargetsAtOnceAndNoMore() {
    form.targetsProperty().set(ports(50));
    assertThat(form.targets()).hasSize(50);

    form.targetsProperty().set(ports(51));
    assertThat(form.targetsErrorProperty().get()).isEqualTo("At most 50 targets at once.");
  }

  private static String ports(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(" "));
  }

  @Test
  void boundsTheMessageInBytes() {
    form.textProperty().set("é".repeat(PeerSettings.LONGEST_TEXT / 2));
    assertThat(form.textErrorProperty().get()).isEmpty();

    form.textProperty().set("é".repeat(PeerSettings.LONGEST_TEXT / 2) + "!");
    assertThat(form.textErrorProperty().get()).isEqualTo("The message is longer than 4096 bytes.");
  }

  @Test
  void judgesAsOneTypes() {
    StringBinding error = form.portErrorProperty();
    form.portProperty().set("x");
    String wrong = error.get();
    form.portProperty().set("80");

    assertThat(wrong).isNotEmpty();
    assertThat(error.get()).isEmpty();
  }
}
