package p2pgossip.peer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import p2pgossip.gossip.Sentences;

/// The bundled word lists in `assets/sentences/`, one phrase a line.
public final class WordLists {

  private static final String FOLDER = "/p2pgossip/assets/sentences/";

  private WordLists() {}

  /// Reads the lists from which sentences of gossip are made.
  public static Sentences sentences() {
    return new Sentences(
        Stream.of("1-source.txt", "2-subject.txt", "3-deed.txt", "4-circumstance.txt")
            .map(WordLists::read)
            .toList());
  }

  private static List<String> read(String name) {
    try (InputStream in = WordLists.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("the program was built without " + FOLDER + name);
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.isBlank())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("could not read " + FOLDER + name, e);
    }
  }
}
