package p2pgossip.ui.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import p2pgossip.testing.Recorder;
import p2pgossip.ui.dialog.FileChoice.Kind;
import p2pgossip.ui.dialog.NativeFileChoice.Answer;

class NativeFileChoiceTest {

  private static final Kind GRAPHML = new Kind("GraphML", "graphml");
  private static final Kind GEXF = new Kind("GEXF", "gexf");
  private static final Kind DOT = new Kind("DOT", "dot", "gv");
  private static final List<Kind> KINDS = List.of(GRAPHML, GEXF, DOT);

  private final Recorder<String> asked = new Recorder<>();
  private final Queue<Answer> answers = new ArrayDeque<>();
  private boolean mayReplace;

  @TempDir private Path folder;

  private final NativeFileChoice choice =
      new NativeFileChoice(
          new KeptFolder(),
          (_, proposed, _) -> {
            asked.accept(proposed);
            return answers.poll();
          },
          file -> {
            asked.accept("replace " + file.getFileName());
            return mayReplace;
          });

  private @Nullable Path toSave(Answer... given) {
    answers.addAll(List.of(given));
    return choice.toSave("Save the network", "net", KINDS);
  }

  private Answer named(String name, Kind kind) {
    return new Answer(folder.resolve(name), kind);
  }

  @ParameterizedTest
  @CsvSource({
    "a.graphml, 0, a.graphml",
    "a.dot, 0, a.dot",
    "a.gv, 0, a.gv",
    "a.GEXF, 0, a.GEXF",
    "a, 0, a.graphml",
    "a.b, 0, a.b.graphml",
    ".gexf, 0, .gexf",
    "gexf, 0, gexf.graphml",
    "a., 0, a..graphml",
    "a, 1, a.gexf",
    "a.graphml, 1, a.gexf",
    "a.GraphML, 1, a.gexf",
    "a.dot, 1, a.gexf",
    "a.gexf, 1, a.gexf",
    "a.b, 1, a.b.gexf",
    "a.gv, 2, a.gv",
    "a.gexf.graphml, 2, a.gexf.dot"
  })
  void theTypeThatIsChosenCountsAndElseTheExtension(String named, int kind, String saved) {
    assertThat(SavedName.of(Path.of("x", named), KINDS, KINDS.get(kind)))
        .isEqualTo(Path.of("x", saved));
  }

  @Test
  void theSystemsOwnQuestionIsEnoughForTheNameThatStandsInIt() throws IOException {
    Path there = Files.createFile(folder.resolve("a.graphml"));

    assertThat(toSave(named("a.graphml", GRAPHML))).isEqualTo(there);
    assertThat(asked).containsExactly("net.graphml");
  }

  @Test
  void aNameWithoutItsExtensionReplacesNoFileUnasked() throws IOException {
    Path there = Files.createFile(folder.resolve("a.graphml"));
    mayReplace = true;

    assertThat(toSave(named("a", GRAPHML))).isEqualTo(there);
    assertThat(asked).containsExactly("net.graphml", "replace a.graphml");
  }

  @Test
  void aTypeThatIsChosenReplacesNoFileUnasked() throws IOException {
    Files.createFile(folder.resolve("a.gexf"));
    mayReplace = false;

    assertThat(toSave(named("a.graphml", GEXF), named("b.gexf", GEXF)))
        .isEqualTo(folder.resolve("b.gexf"));
    assertThat(asked).containsExactly("net.graphml", "replace a.gexf", "a.gexf");
  }

  @Test
  void whoeverChoosesNoOtherNameKeepsTheFile() throws IOException {
    Files.createFile(folder.resolve("a.graphml"));

    assertThat(toSave(named("a", GRAPHML))).isNull();
  }

  @Test
  void theFolderOfTheLastChoiceIsKeptWhileItIsThere() throws IOException {
    KeptFolder kept = new KeptFolder();
    assertThat(kept.get()).isNull();
    Path inside = Files.createDirectory(folder.resolve("inside"));

    kept.chosen(inside.resolve("a.png"));
    assertThat(kept.get()).isEqualTo(inside.toAbsolutePath());

    Files.delete(inside);
    assertThat(kept.get()).isNull();
  }
}
