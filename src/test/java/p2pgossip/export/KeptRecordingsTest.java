package p2pgossip.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import p2pgossip.gossip.RumorId;
import p2pgossip.network.Playback;
import p2pgossip.network.Spread;
import p2pgossip.network.SpreadFigures;

/// Files written by version 1.0 are still read.
class KeptRecordingsTest {

  private static final Path KEPT = Path.of("src/test/resources/kept/1.0");
  private static final RumorId FIRST = new RumorId("74f3610a3bd2b154");

  private static RecordingFile.Opened open(String name) throws IOException {
    return RecordingFile.read(KEPT.resolve(name), Progress.UNHEARD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"session.gossip", "without-beginning.gossip"})
  void aRecordingOpensWithoutALineLeftOut(String name) throws IOException {
    RecordingFile.Opened opened = open(name);

    assertThat(opened.header().program()).isEqualTo("p2pgossip 1.0.0");
    assertThat(opened.unknown()).isZero();
    assertThat(opened.recorded().observations().size())
        .isGreaterThan(400)
        .isEqualTo(opened.header().observations());
  }

  @Test
  void aRecordingIsPlayedToItsOriginalTree() throws IOException {
    Playback playback = new Playback(open("session.gossip").recorded());
    Spread spread = Objects.requireNonNull(playback.network().spread(FIRST));
    SpreadFigures figures = SpreadFigures.of(spread);

    assertThat(figures.reached()).isEqualTo(5);
    assertThat(figures.population()).isEqualTo(6);
    assertThat(figures.t50()).isEqualTo(Duration.ofNanos(288_900_804));
    assertThat(figures.tLast()).isEqualTo(Duration.ofNanos(525_632_077));
    assertThat(figures.longestHops()).isEqualTo(4);
  }

  @Test
  void aRecordingWithoutItsBeginningStillHasEarlierRumors() throws IOException {
    Playback playback = new Playback(open("without-beginning.gossip").recorded());

    assertThat(playback.network().rumors())
        .extracting(summary -> summary.rumor().text())
        .containsExactly(
            "The third rumour", "The second, flooded over lossy links", "The first rumour");
  }

  @ParameterizedTest
  @EnumSource
  void theColumnsOfVersion10AreStillInEachTable(ChartCsv.Table table) throws IOException {
    String name = table.name().toLowerCase(Locale.ROOT) + ".csv";
    List<String> then = headOf(Files.readString(KEPT.resolve(name)));
    Spread spread =
        Objects.requireNonNull(
            new Playback(open("session.gossip").recorded()).network().spread(FIRST));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ChartCsv.write(out, table, List.of(new ChartCsv.Run("A", spread)), Progress.UNHEARD);

    assertThat(headOf(out.toString(StandardCharsets.UTF_8)))
        .startsWith(then.toArray(String[]::new));
  }

  private static List<String> headOf(String table) {
    return List.of(table.lines().findFirst().orElseThrow().split(","));
  }
}
