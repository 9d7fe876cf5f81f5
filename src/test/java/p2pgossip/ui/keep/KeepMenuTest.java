package p2pgossip.ui.keep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import org.junit.jupiter.api.Test;
import p2pgossip.export.Progress;
import p2pgossip.export.RecordingFile;
import p2pgossip.export.SampleSession;
import p2pgossip.gossip.RumorId;
import p2pgossip.network.Recorded;
import p2pgossip.testing.Words;

/// What is kept, in which form, and how that ends.
class KeepMenuTest extends KeepMenuOnScreen {

  @Test
  void aRecordingIsSavedAndOpenedAgain() {
    Path file = folder.resolve("lesson.gossip");

    choose("keep-recording", file);
    assertThat(answers.asked).isEqualTo("Save the recording: gossip-2026-11-22-0930[[gossip]]");
    assertThat(menu.hasSaved(Set.of(OVER))).isFalse();
    runInBackground();
    assertThat(menu.hasSaved(Set.of(OVER))).isTrue();
    assertThat(menu.hasSaved(Set.of(OVER, new RumorId("later")))).isFalse();
    choose("keep-open", file);
    runInBackground();

    assertThat(said).containsExactly("+ 16 observations saved to " + file + ".");
    assertThat(opened)
        .extracting(RecordingFile.Opened::recorded)
        .containsExactly(SampleSession.ofThree());
  }

  @Test
  void nothingComesOfADamagedRecording() throws IOException {
    Path file = Files.writeString(folder.resolve("lesson.gossip"), "{\"format\":\"other\"}\n");

    choose("keep-open", file);
    runInBackground();

    assertThat(opened).isEmpty();
    assertThat(said)
        .singleElement()
        .asString()
        .matches(
            Words.of(
                "- "
                    + file
                    + " could not be opened: line 1: … \"format\" … \"other\". Nothing of it is"
                    + " shown. Choose another file, or mend that line."));
  }

  @Test
  void anEmptySessionIsNotSaved() throws IOException {
    Path file = Files.writeString(folder.resolve("lesson.gossip"), "the old one");
    lesson.recorded = new Recorded(List.of(), List.of());

    choose("keep-recording", file);
    runInBackground();

    assertThat(said)
        .containsExactly(
            "- "
                + file
                + " could not be saved: nothing has been recorded yet. What was there before is as"
                + " it was; save to another place.");
    assertThat(file).hasContent("the old one");
  }

  @Test
  void eachTableIsSaved() {
    for (String table : List.of("coverage", "periods", "figures", "arrivals")) {
      Path file = folder.resolve(table + ".csv");
      choose("keep-" + table, file);
      runInBackground();
      assertThat(file).content().startsWith("rumor,id,").contains("\nA,r1,");
    }
    assertThat(said).hasSize(4).allMatch(it -> it.startsWith("+ 1 rumour saved to "));
  }

  @Test
  void theExtensionSaysInWhichFormANetworkIsSaved() throws IOException {
    for (String name : List.of("a.graphml", "a.gexf", "a.gv")) {
      choose("keep-network", folder.resolve(name));
      runInBackground();
    }

    assertThat(answers.asked)
        .isEqualTo(
            "Save the network: gossip-network-2026-11-22-0930[[graphml], [gexf], [dot, gv]]");
    assertThat(Files.readString(folder.resolve("a.graphml"))).contains("<graphml ");
    assertThat(Files.readString(folder.resolve("a.gexf"))).contains("<gexf ");
    assertThat(Files.readString(folder.resolve("a.gv"))).startsWith("strict digraph");
  }

  @Test
  void theExtensionSaysInWhichFormALogIsSaved() throws IOException {
    for (String name : List.of("a.log", "a.jsonl", "a.shiviz")) {
      choose("keep-log", folder.resolve(name));
      runInBackground();
    }

    assertThat(Files.readString(folder.resolve("a.log")))
        .isEqualTo("09:30:00.000  ->  127.0.0.1:8082  Bob met Alice.\n");
    assertThat(Files.readString(folder.resolve("a.jsonl"))).startsWith("{\"number\":1,");
    assertThat(Files.readString(folder.resolve("a.shiviz"))).startsWith("(?<date>");
    assertThat(said)
        .containsExactly(
            "+ 1 line saved to " + folder.resolve("a.log") + ".",
            "+ 1 line saved to " + folder.resolve("a.jsonl") + ".",
            "+ 12 events saved to " + folder.resolve("a.shiviz") + ".");
  }

  @Test
  void withoutAPeerThereIsNoCourseOfTime() {
    lesson.self = null;

    choose("keep-network", folder.resolve("a.gexf"));

    assertThat(said)
        .containsExactly("- There is no peer yet whose network could be saved. Start it first.");
    assertThat(background.size()).isZero();
  }

  @Test
  void theOpenMenuSaysWhyAnItemIsOff() {
    lesson.withoutDiagram = true;

    robot.interact(menu::show);

    MenuItem diagram = item(menu.getItems(), "keep-picture-diagram");
    assertThat(diagram.isDisable()).isTrue();
    assertThat(diagram.getText()).isEqualTo("Of the diagram…  Show the diagram first.");
    MenuItem graph = item(menu.getItems(), "keep-picture-graph");
    assertThat(graph.isDisable()).isFalse();
    assertThat(graph.getText()).isEqualTo("Of the graph…");
  }

  @Test
  void everyExporterHasAnItem() {
    assertThat(Exporters.all(lesson.sights()))
        .extracting(exporter -> item(menu.getItems(), "keep-" + exporter.subject().id()).getText())
        .doesNotContain("");
  }

  @Test
  void aUserWhoNamesNoFileHearsNoMore() {
    answers.file = null;
    robot.interact(
        () -> all(menu.getItems()).filter(item -> !(item instanceof Menu)).forEach(MenuItem::fire));

    assertThat(background.size()).isZero();
    assertThat(said).isEmpty();
  }

  @Test
  void whatIsUnderWayCanBeCalledOff() throws IOException {
    Path file = Files.writeString(folder.resolve("lesson.gossip"), "the old one");
    choose("keep-recording", file);
    assertThat(item(menu.getItems(), "keep-cancel").isVisible()).isTrue();
    assertThat(item(menu.getItems(), "keep-log").isDisable()).isTrue();

    robot.interact(() -> item(menu.getItems(), "keep-cancel").fire());
    runInBackground();

    assertThat(file).hasContent("the old one");
    assertThat(said).isEmpty();
    assertThat(item(menu.getItems(), "keep-cancel").isVisible()).isFalse();
    assertThat(item(menu.getItems(), "keep-log").isDisable()).isFalse();
  }

  @Test
  void whatIsUnderWayEndsWithTheWindow() throws IOException {
    Path file = folder.resolve("lesson.gossip");
    RecordingFile.write(file, SampleSession.ofThree(), null, "1.0.0", NOW, Progress.UNHEARD);
    choose("keep-open", file);

    robot.interact(menu::close);
    robot.interact(menu::close);
    runInBackground();

    assertThat(opened).isEmpty();
    assertThat(said).isEmpty();
  }
}
