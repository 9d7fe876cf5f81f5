package p2pgossip.worker;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.util.Base64;
import java.util.List;
import p2pgossip.laboratory.RoundState;
import p2pgossip.laboratory.RoundsMaker;
import p2pgossip.population.PopulationSettings;
import p2pgossip.wire.RunLine;

/// Makes a run in a process of its own, as [RunsApart] makes many: `simulate --rounds`.
public final class RoundsApart implements RoundsMaker {

  private final Simulations simulations;

  /// @param threads at least 1
  /// @param memory of the machine in bytes
  public RoundsApart(int threads, long memory) {
    simulations = new Simulations(threads, memory);
  }

  @Override
  public void run(PopulationSettings settings, Taker taker) throws InterruptedException {
    int words = Math.ceilDiv(settings.peers(), Long.SIZE);
    List<String> command = simulations.command("--rounds", settings, 1);
    int rounds =
        Simulations.follow(
            command,
            said -> {
              switch (said) {
                case RunLine.Round it -> taker.over(new Received(it, words));
                case RunLine.Ended _ -> throw Simulations.somethingElse("a run has ended");
              }
            });
    if (rounds == 0) {
      throw new IllegalArgumentException("the process that made the run has shown no round");
    }
  }

  /// A state as it came.
  private static final class Received implements RoundState {

    private final RunLine.Round said;
    private final LongBuffer knowing;
    private final LongBuffer crashed;

    Received(RunLine.Round said, int words) {
      this.said = said;
      knowing = words(said.knowing(), words);
      crashed =
          said.crashed().isEmpty() ? LongBuffer.allocate(words) : words(said.crashed(), words);
    }

    private static LongBuffer words(String bits, int words) {
      byte[] bytes;
      try {
        bytes = Base64.getDecoder().decode(bits);
      } catch (IllegalArgumentException e) {
        throw Simulations.somethingElse("what should be base64 is not: " + e.getMessage());
      }
      if (bytes.length != words * Long.BYTES) {
        throw Simulations.somethingElse(
            "there are bits for %s peers, not %s"
                .formatted(bytes.length * Byte.SIZE, words * Long.SIZE));
      }
      return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer();
    }

    @Override
    public int round() {
      return said.round();
    }

    @Override
    public int informed() {
      return said.informed();
    }

    @Override
    public int living() {
      return said.living();
    }

    @Override
    public long copies() {
      return said.copies();
    }

    @Override
    public long knowing(int word) {
      return knowing.get(word);
    }

    @Override
    public boolean isCrashed(int peer) {
      return (crashed.get(peer / Long.SIZE) >> peer & 1) != 0;
    }
  }
}
