package p2pgossip.lesson;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import p2pgossip.file.Sha256;

/// A lesson: steps to be gone through one after another.
///
/// @param name of its file, without `.md`
/// @param about what it is about, in a sentence
/// @param minutes that it takes, 1 to 60
/// @param steps at least one
/// @param text all of it, as it was written
public record Lesson(
    String name, String title, String about, int minutes, List<Step> steps, String text) {

  /// The largest file in bytes; larger ones are refused.
  public static final int LARGEST = 65_536;

  public static final int MOST_STEPS = 40;

  /// In one step.
  public static final int MOST_BLOCKS = 100;

  /// A step.
  ///
  /// @param title of the step
  public record Step(String title, List<Block> blocks) {
    public Step {
      blocks = List.copyOf(blocks);
    }
  }

  public Lesson {
    steps = List.copyOf(steps);
  }

  /// The text in UTF-8, as it stands in its file.
  public byte[] file() {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// By which the texts of lessons are told apart: SHA-256 of the file, in hexadecimal.
  public String hash() {
    return Sha256.hex(file());
  }

  /// All blocks in their order.
  public Stream<Block> blocks() {
    return steps.stream().flatMap(step -> step.blocks().stream());
  }

  /// All blocks of a kind in their order.
  public <T extends Block> Stream<T> blocks(Class<T> kind) {
    return blocks().filter(kind::isInstance).map(kind::cast);
  }

  public Optional<Block.Run> run(String run) {
    return named(Block.Run.class, run);
  }

  public Optional<Block.Predict> prediction(String prediction) {
    return named(Block.Predict.class, prediction);
  }

  private <T extends Block.Gate> Optional<T> named(Class<T> kind, String wanted) {
    return blocks(kind).filter(it -> it.name().equals(wanted)).findFirst();
  }
}
