package p2pgossip.scenario;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerName;
import p2pgossip.gossip.Quote;

/// What the peers of a network are called.
public enum NameChoice {
  /// They have no names and are shown by their ports or addresses.
  PORTS("ports", "Ports"),
  /// `A` to `Z`, `AA`, `AB` and so on.
  LETTERS("letters", "Letters"),
  /// Those of the list in `assets/names`, in its order; after its end with a number, as in `Ana 2`.
  FIRST_NAMES("first-names", "First names");

  private final String label;
  private final String words;

  NameChoice(String label, String words) {
    this.label = label;
    this.words = words;
  }

  /// As it stands in a file or behind a flag.
  public String label() {
    return label;
  }

  /// As it stands on the screen.
  public String words() {
    return words;
  }

  /// All labels, as in `ports, letters or first-names`.
  public static String labels() {
    String all = Arrays.stream(values()).map(NameChoice::label).collect(Collectors.joining(", "));
    int last = all.lastIndexOf(", ");
    return all.substring(0, last) + " or " + all.substring(last + 2);
  }

  /// Reads a label.
  ///
  /// @throws IllegalArgumentException when it is none, naming those that there are
  public static NameChoice parse(String label) {
    return Arrays.stream(values())
        .filter(it -> it.label.equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException("%s is not %s".formatted(Quote.of(label), labels())));
  }

  /// The name of one of the peers; null if they have none.
  ///
  /// @param index of the peer in its network, from 0
  public @Nullable PeerName of(int index) {
    return switch (this) {
      case PORTS -> null;
      case LETTERS -> new PeerName(letters(index));
      case FIRST_NAMES -> new PeerName(firstName(index));
    };
  }

  /// As the columns of a spreadsheet are counted.
  private static String letters(int index) {
    StringBuilder letters = new StringBuilder();
    for (int left = index; left >= 0; left = left / 26 - 1) {
      letters.insert(0, (char) ('A' + left % 26));
    }
    return letters.toString();
  }

  private static String firstName(int index) {
    List<String> all = FirstNames.ALL;
    int round = index / all.size();
    String name = all.get(index % all.size());
    return round == 0 ? name : name + " " + (round + 1);
  }

  /// Read when the first is needed.
  private static final class FirstNames {

    private static final String LIST = "/p2pgossip/assets/names/first-names.txt";
    private static final List<String> ALL = read();

    private static List<String> read() {
      try (InputStream in = NameChoice.class.getResourceAsStream(LIST)) {
        if (in == null) {
          throw new IllegalStateException("the program was built without " + LIST);
        }
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
            .lines()
            .filter(line -> !line.isBlank())
            .toList();
      } catch (IOException e) {
        throw new UncheckedIOException("could not read " + LIST, e);
      }
    }
  }
}
