package p2pgossip.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A scenario with a seed wires the same network in every version. The hashes are those of version
/// 1.0, which used JGraphT 1.5.3, and for the torus those of 1.1. They cover the edges, their order
/// and the state of the generator afterwards.
class SameEdgesTest {

  @ParameterizedTest
  @CsvSource({
    "line, 2d63c17a8dc88b59",
    "ring, f96014a97c034b4f",
    "star, 0ef4478cf19a1439",
    "grid, a161e0f1d224a69e",
    "torus, 7f7a12b041b09c64",
    "tree:1, 411101e8bef3d2a6",
    "tree:2, f12a4b7ba9975e7b",
    "tree:7, 2cc13cab3bca9fb4",
    "complete, cf6e067889e3ac9f",
    "random:1, 504b694e03a39303",
    "random:3, bee4926c618f9fdc",
    "random:10, 8d0e94dfdd751246",
    "random:100, 10ef230ad0aae2d0",
    "small-world:2:0, cab834964aba700f",
    "small-world:2:1, 94c9c605143f2160",
    "small-world:4:0.1, 25f9b6bca4b0c13e",
    "small-world:100:0.5, 46c79a2b745936fa",
    "scale-free:1, 5d5a1a42a4570fc1",
    "scale-free:2, 2cf9e2a8305a3789",
    "scale-free:3, 8b6bcabe02167c34",
    "scale-free:100, e3158e0d24795ef3"
  })
  void aSeedGivesTheEdgesThatItGaveInVersionOne(String label, String hash)
      throws NoSuchAlgorithmException {
    Topology topology = Topology.parse(label);
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    int[] sizes =
        IntStream.concat(IntStream.rangeClosed(1, 60), IntStream.of(99, 103, 256, 500)).toArray();
    for (int peers : sizes) {
      for (long seed : new long[] {1, 7, -20_261_128}) {
        SplittableRandom random = new SplittableRandom(seed);
        Edges edges = topology.edges(peers, random);
        for (int edge = 0; edge < edges.size(); edge++) {
          digest.update(
              ByteBuffer.allocate(8).putInt(edges.from(edge)).putInt(edges.to(edge)).flip());
        }
        digest.update(ByteBuffer.allocate(8).putLong(random.nextLong()).flip());
      }
    }
    assertThat(HexFormat.of().formatHex(digest.digest())).startsWith(hash);
  }
}
