package p2pgossip.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import p2pgossip.testing.Words;

class FromFileTest {

  @TempDir private Path folder;

  @BeforeEach
  void writeAKite() throws IOException {
    Files.writeString(folder.resolve("kite.txt"), "a b\nb c\nc a\nc d\n");
  }

  private Topology kite() {
    return Topology.parse("file:kite.txt", folder);
  }

  @Test
  void itHasThePeersAndTheEdgesOfTheFileWhateverChanceSays() throws IOException {
    GraphFile graph = GraphFile.read(folder.resolve("kite.txt"));

    assertThat(kite()).isEqualTo(new FromFile(graph));
    assertThat(kite().peers()).hasValue(4);
    assertThat(kite().edges(4, new Random(1))).isEqualTo(graph.edges());
  }

  @Test
  void itTakesNoOtherNumberOfPeers() {
    assertThatThrownBy(() -> kite().edges(5, new Random(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("file:kite.txt has 4 peers, not 5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a:b.txt", "C:\\net.txt", " a .txt", "über: all.txt", "file:x.txt"})
  void aPathMayHoldColonsAndBlanks(String name) throws IOException {
    Files.writeString(folder.resolve(name), "a b");

    assertThat(Topology.parse("file:" + name, folder).peers()).hasValue(2);
    assertThat(Topology.parse(" file:" + folder.resolve(name), Path.of("/")).peers()).hasValue(2);
  }

  @Test
  void othersReadTheNameOfTheFileWithoutItsFolder() {
    assertThat(kite().label()).isEqualTo("file:kite.txt");
    assertThat(kite().inWords()).isEqualTo("kite.txt");
    assertThat(kite().sentence()).isEqualTo("kite.txt: 4 peers, 4 links.");
  }

  @Test
  void aFileBesideItNamesItByItsPathFromThereAndOthersByTheWholePath() throws IOException {
    Path below = Files.createDirectory(folder.resolve("below"));
    Path kite = folder.resolve("kite.txt");

    assertThat(kite().labelIn(folder)).isEqualTo("file:kite.txt");
    assertThat(kite().labelIn(folder.getParent()))
        .isEqualTo("file:" + folder.getFileName() + "/kite.txt");
    assertThat(kite().labelIn(below)).isEqualTo("file:" + kite);
    assertThat(Topology.parse(kite().labelIn(below), below)).isEqualTo(kite());
  }

  @Test
  void aNetworkInPartsIsLeftInPartsAndSaysSo() throws IOException {
    Files.writeString(folder.resolve("parts.txt"), "a b\nalone\n");
    Topology parts = Topology.parse("file:parts.txt", folder);

    assertThat(parts.edges(3, new Random(1)).size()).isEqualTo(1);
    assertThat(parts.sentence())
        .isEqualTo("parts.txt: 3 peers, 1 link, in 2 parts that no link joins.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "file | \"file\" says too little; write file:PATH",
        "file: | \"\" in \"file:\" is not a path",
        "file:none.txt | FOLDER/none.txt: … no such file…",
        "file:. | FOLDER/.: … directory…",
        "file:/dev/zero | /dev/zero: … device…"
      })
  void whatCannotBeReadIsRefusedInWords(String label, String words) {
    assertThatThrownBy(() -> Topology.parse(label, folder))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .matches(Words.of(words.replace("FOLDER", folder.toString())));
  }

  @Test
  void aPathWithALineBreakOrANullIsRefusedOnOneLine() {
    assertThatThrownBy(() -> Topology.parse("file:a\nb.txt", folder))
        .hasMessageStartingWith(folder + "/a\\nb.txt: ")
        .hasMessageContaining("no such file");
    assertThatThrownBy(() -> Topology.parse("file:a\0b.txt", folder))
        .hasMessageMatching("\"a.b.txt\" can be no file's name: .*");
  }

  /// What comes from outside is parsed so.
  @ParameterizedTest
  @ValueSource(strings = {"file:kite.txt", "file:/dev/zero", "file:", " file:/etc/hostname"})
  void whereNoFileMayBeNamedNoneIsRead(String label) {
    assertThatThrownBy(() -> Topology.parse(label))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a file can be named in a flag, and in a scenario's file, but not here");
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 40, 150, 151, 400})
  void everyPeerHasAPlaceOfItsOwnInTheUnitSquare(int peers) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int peer = 1; peer < peers; peer++) {
      lines.append(peer).append(' ').append(peer / 2).append('\n');
    }
    Files.writeString(folder.resolve("tree.txt"), lines);
    Topology tree = Topology.parse("file:tree.txt", folder);
    Places places = tree.places(peers, tree.edges(peers, new Random(1)));

    assertThat(IntStream.range(0, peers).mapToObj(peer -> List.of(places.x(peer), places.y(peer))))
        .hasSize(peers)
        .doesNotHaveDuplicates()
        .allSatisfy(place -> assertThat(place).allMatch(at -> at >= 0 && at <= 1));
  }
}
