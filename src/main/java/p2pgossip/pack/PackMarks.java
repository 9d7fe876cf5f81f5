package p2pgossip.pack;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import p2pgossip.gossip.Quote;
import p2pgossip.lesson.Block;
import p2pgossip.lesson.LessonProgress;
import p2pgossip.lesson.Moment;

/// Finds what is worth a second look in lab packs. A mark is a question to the student, no proof.
final class PackMarks {

  /// Two packs with fewer times in common may have them by chance.
  private static final int FEW = 2;

  private final List<LabPack> all;
  private final String program;

  /// @param all packs, which are compared with one another
  /// @param program the name and version of this program
  PackMarks(List<LabPack> all, String program) {
    this.all = List.copyOf(all);
    this.program = program;
  }

  /// The marks of one of the packs, each in a few words.
  List<String> of(LabPack pack) {
    List<String> marks = new ArrayList<>();
    if (!pack.known()) {
      marks.add("another lesson text");
    }
    if (!pack.answers().program().equals(program)) {
      marks.add("made by " + Quote.shorten(pack.answers().program()));
    }
    if (pack.progress().moments().isEmpty()) {
      marks.add("no times");
    }
    if (pack.known() && !pack.agreesWithItself()) {
      marks.add("what it says is not what follows from its runs");
    }
    addLatePredictions(pack, marks);
    for (LabPack other : all) {
      if (!other.file().equals(pack.file())) {
        likeness(pack, other).ifPresent(marks::add);
      }
    }
    return marks;
  }

  private static Optional<String> likeness(LabPack pack, LabPack other) {
    if (sameStudent(pack, other)
        && pack.progress().lesson().hash().equals(other.progress().lesson().hash())) {
      return Optional.of("handed in twice: also " + name(other));
    }
    Map<Moment, Instant> mine = pack.progress().moments();
    long common = common(mine, other.progress().moments());
    if (common < FEW) {
      return Optional.empty();
    }
    boolean all =
        common == mine.size() && pack.progress().answers().equals(other.progress().answers());
    return Optional.of(
        (all ? "the same answers and times as " : "%s times as in ".formatted(common))
            + Quote.shorten(other.answers().student())
            + " ("
            + name(other)
            + ")");
  }

  private static long common(Map<Moment, Instant> mine, Map<Moment, Instant> theirs) {
    return mine.entrySet().stream()
        .filter(it -> it.getValue().equals(theirs.get(it.getKey())))
        .count();
  }

  private static boolean sameStudent(LabPack one, LabPack other) {
    return one.answers()
        .student()
        .strip()
        .toLowerCase(Locale.ROOT)
        .equals(other.answers().student().strip().toLowerCase(Locale.ROOT));
  }

  private static String name(LabPack pack) {
    Path last = pack.file().getFileName();
    return Quote.shorten(last == null ? "" : last.toString());
  }

  /// The program takes no prediction any more once the next run has been made.
  private static void addLatePredictions(LabPack pack, List<String> marks) {
    LessonProgress progress = pack.progress();
    List<Block.Predict> open = new ArrayList<>();
    for (Block block : progress.lesson().blocks().toList()) {
      switch (block) {
        case Block.Predict predict -> open.add(predict);
        case Block.Run run -> {
          Optional<Instant> ran = progress.at(Moment.What.RAN, run.name());
          for (Block.Predict predict : open) {
            Optional<Instant> at = progress.at(Moment.What.PREDICTED, predict.name());
            if (ran.isPresent() && at.isPresent() && at.get().isAfter(ran.get())) {
              marks.add("“%s” was predicted after its run".formatted(predict.name()));
            }
          }
          open.clear();
        }
        case Block.Text _, Block.Network _, Block.Watch _, Block.Explain _ -> {}
        case Block.Compare _, Block.Task _ -> {}
      }
    }
  }
}
