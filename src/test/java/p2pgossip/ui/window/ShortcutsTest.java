package p2pgossip.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.Test;
import p2pgossip.ui.command.Command;

/// The list of the keys, and what the documents say of them.
class ShortcutsTest {

  private static final Pattern KEY = Pattern.compile("Ctrl\\+[A-Za-z0-9+]*[A-Za-z0-9]|\\bF\\d+\\b");

  /// Keys in the documents that are not commands of a window: the one that ends a program in a
  /// terminal.
  private static final Set<String> OTHERS = Set.of("Ctrl+C");

  private static Stream<Command<?>> commands() {
    return Shortcuts.ALL.stream().flatMap(group -> group.commands().stream());
  }

  private static String onLinux(String key) {
    return key.replace("Shortcut", "Ctrl");
  }

  @Test
  void givesEachKeyToOneCommand() {
    List<KeyCombination> keys =
        commands().flatMap(it -> it.keys().stream()).map(KeyCombination::valueOf).toList();

    assertThat(keys).doesNotHaveDuplicates();
  }

  @Test
  void saysWhatEachCommandDoesInOtherWords() {
    assertThat(commands().map(Command::words)).doesNotHaveDuplicates().noneMatch(String::isBlank);
  }

  @Test
  void standsInTheGuide() throws IOException {
    String guide = Files.readString(Path.of("assets/GUIDE.md"));
    String section = guide.substring(guide.indexOf("\n### Keys\n"));
    Stream<String> rows =
        section
            .substring(0, section.indexOf("\n#", 1))
            .lines()
            .filter(line -> line.startsWith("|"))
            .skip(2);

    assertThat(rows)
        .containsExactlyElementsOf(
            commands()
                .map(it -> "| %s | %s |".formatted(onLinux(it.keys().getFirst()), it.words()))
                .toList());
  }

  @Test
  void isAllThatTheDocumentsName() throws IOException {
    Set<String> known =
        commands().map(it -> onLinux(it.keys().getFirst())).collect(Collectors.toSet());
    for (String document : List.of("README.md", "assets/GUIDE.md")) {
      String text = Files.readString(Path.of(document));

      assertThat(KEY.matcher(text).results().map(MatchResult::group))
          .as(document)
          .isNotEmpty()
          .allMatch(key -> known.contains(key) || OTHERS.contains(key));
    }
  }

  /// A key in a text of its own would be wrong on macOS, and after the key changes.
  @Test
  void isWhereEveryTextHasItsKeyFrom() throws IOException {
    Pattern literal = Pattern.compile("^(?!\\s*//)[^\n]*\"[^\"\n]*Ctrl\\b", Pattern.MULTILINE);
    try (Stream<Path> files = Files.walk(Path.of("src/main/java/p2pgossip/ui"))) {
      List<Path> sources =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !file.endsWith("KeyText.java"))
              .toList();

      assertThat(sources)
          .isNotEmpty()
          .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContainPattern(literal));
    }
  }
}
