package p2pgossip.topology;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import p2pgossip.fuzz.Must;

/// A network in a file: the first byte says how its name ends.
public final class GraphFileFuzz {

  private GraphFileFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length == 0) {
      return;
    }
    int kinds = GraphFile.EXTENSIONS.size();
    Path file = Path.of("a." + GraphFile.EXTENSIONS.get(Math.floorMod(input[0] - 'A', kinds)));
    GraphFile read;
    try {
      read = GraphFile.parse(file, Arrays.copyOfRange(input, 1, input.length));
    } catch (RefusedGraph e) {
      Must.beOneLine(e.getMessage());
      return;
    }
    Must.beAtMost(GraphFile.MOST_PEERS, read.peers());
    Must.beAtMost(read.peers(), read.parts());
    for (int edge = 0; edge < read.edges().size(); edge++) {
      Must.beAtMost(read.peers() - 1L, read.edges().from(edge));
      Must.beAtMost(read.peers() - 1L, read.edges().to(edge));
      if (read.edges().from(edge) == read.edges().to(edge)) {
        throw new AssertionError("a peer is connected with itself");
      }
    }
    // Written as an edge list, it is the same network; the names are the numbers of the peers.
    StringBuilder list = new StringBuilder();
    for (int peer = 0; peer < read.peers(); peer++) {
      list.append(peer).append('\n');
    }
    for (int edge = 0; edge < read.edges().size(); edge++) {
      list.append(read.edges().from(edge)).append(' ').append(read.edges().to(edge)).append('\n');
    }
    GraphFile again =
        GraphFile.parse(Path.of("a.txt"), list.toString().getBytes(StandardCharsets.UTF_8));
    Must.beSame(read.edges(), again.edges());
    Must.beSame(read.parts(), again.parts());
  }
}
