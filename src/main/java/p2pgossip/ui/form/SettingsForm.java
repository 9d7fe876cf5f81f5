package p2pgossip.ui.form;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerName;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.peer.Target;

/// The texts of the form, and what is wrong with each as it is typed. No controls.
public final class SettingsForm {

  /// Plain decimals without exponents, short enough for a Duration's nanoseconds.
  private static final Pattern SECONDS = Pattern.compile("[0-9]{0,6}(\\.[0-9]{0,9})?");

  private final StringProperty port = new SimpleStringProperty("");
  private final StringProperty hostAlias = new SimpleStringProperty("");
  private final StringProperty name = new SimpleStringProperty("");
  private final StringProperty period = new SimpleStringProperty("");
  private final StringProperty text = new SimpleStringProperty("");
  private final StringProperty targets = new SimpleStringProperty("");

  public StringProperty portProperty() {
    return port;
  }

  public StringProperty hostAliasProperty() {
    return hostAlias;
  }

  public StringProperty nameProperty() {
    return name;
  }

  public StringProperty periodProperty() {
    return period;
  }

  public StringProperty textProperty() {
    return text;
  }

  public StringProperty targetsProperty() {
    return targets;
  }

  public StringBinding portErrorProperty() {
    return Bindings.createStringBinding(
        () -> port().isPresent() ? "" : "A port is a number from 1 to 65535, or 0 for any.", port);
  }

  public StringBinding hostAliasErrorProperty() {
    return Bindings.createStringBinding(
        () ->
            isAlias(hostAlias.get().strip())
                ? ""
                : "The alias is neither the IP address of one machine nor a name.",
        hostAlias);
  }

  public StringBinding nameErrorProperty() {
    return Bindings.createStringBinding(
        () -> {
          try {
            name();
            return "";
          } catch (IllegalArgumentException e) {
            return sentence(String.valueOf(e.getMessage()));
          }
        },
        name);
  }

  public StringBinding periodErrorProperty() {
    return Bindings.createStringBinding(
        () -> period().isPresent() ? "" : "A period is 0.1 to 86400 seconds (one day).", period);
  }

  public StringBinding textErrorProperty() {
    return Bindings.createStringBinding(
        () ->
            isText(text.get())
                ? ""
                : "The message is longer than " + PeerSettings.LONGEST_TEXT + " bytes.",
        text);
  }

  /// What is wrong with the first invalid target; empty while nothing is typed.
  public StringBinding targetsErrorProperty() {
    return Bindings.createStringBinding(
        () -> {
          try {
            targets();
            return "";
          } catch (IllegalArgumentException e) {
            return sentence(String.valueOf(e.getMessage()));
          }
        },
        targets);
  }

  /// The port; empty if the text is not one.
  public Optional<Integer> port() {
    try {
      String typed = port.get().strip();
      return Optional.of(typed.equals("0") ? 0 : PeerAddress.parsePort(typed));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// The name; empty if none is typed.
  ///
  /// @throws IllegalArgumentException if it can't be one; says why
  public Optional<PeerName> name() {
    String typed = name.get().strip();
    return typed.isEmpty() ? Optional.empty() : Optional.of(PeerName.parse(typed));
  }

  /// The period; empty if the text is not one. A comma is read as a decimal point.
  public Optional<Duration> period() {
    String typed = period.get().strip().replace(',', '.');
    if (!SECONDS.matcher(typed).matches()) {
      return Optional.empty();
    }
    try {
      BigDecimal seconds = new BigDecimal(typed);
      Duration duration = Duration.ofNanos(seconds.movePointRight(9).longValue());
      PeerSettings.DEFAULT.withPeriod(duration);
      return Optional.of(duration);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// The targets typed, separated by spaces, commas or semicolons.
  ///
  /// @throws IllegalArgumentException if one is not a target; says which and why
  public List<Target> targets() {
    return Target.list(targets.get()).stream().distinct().toList();
  }

  /// Removes a target from the field. The others stay as they are typed.
  public void removeTarget(Target target) {
    List<String> left =
        Arrays.stream(targets.get().split("[\\s,;]+"))
            .filter(one -> !one.isEmpty() && !isTarget(one, target))
            .toList();
    targets.set(String.join(" ", left));
  }

  private static boolean isTarget(String typed, Target target) {
    try {
      return Target.parse(typed).equals(target);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /// Whether port, alias and name are valid.
  public boolean canStart() {
    return port().isPresent()
        && isAlias(hostAlias.get().strip())
        && nameErrorProperty().get().isEmpty();
  }

  /// Whether at least one target is typed, and all are valid.
  public boolean canConnect() {
    try {
      return !targets().isEmpty();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean isText(String typed) {
    try {
      PeerSettings.DEFAULT.withText(typed);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean isAlias(String typed) {
    return typed.isEmpty() || Target.isHost(typed);
  }

  private static String sentence(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
  }

  /// Seconds in the usual notation: `5`, `0.25`.
  public static String seconds(Duration duration) {
    return BigDecimal.valueOf(duration.toNanos(), 9).stripTrailingZeros().toPlainString();
  }
}
