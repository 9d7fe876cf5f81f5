package p2pgossip.ui.lesson;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import p2pgossip.export.Progress;
import p2pgossip.export.ThisProgram;
import p2pgossip.file.FailureInWords;
import p2pgossip.gossip.ShownText;
import p2pgossip.lesson.Block;
import p2pgossip.lesson.Comparison;
import p2pgossip.lesson.Theory;
import p2pgossip.pack.LabPack;
import p2pgossip.pack.PackCheck;
import p2pgossip.pack.PackCsv;
import p2pgossip.pack.PackFiles;
import p2pgossip.pack.PackReader;
import p2pgossip.pack.PackRow;
import p2pgossip.pack.PackTable;
import p2pgossip.ui.work.Job;

/// The lab packs that a teacher has opened. FX thread only; reading, checking and saving are done
/// in the background, one at a time.
final class PacksModel implements AutoCloseable {

  /// What is shown.
  ///
  /// @param checks the outcome of making the runs again, by file; empty before that
  record Shown(PackTable table, Map<Path, String> checks) {
    static final Shown NOTHING = new Shown(new PackTable(List.of(), List.of()), Map.of());

    Shown {
      checks = Map.copyOf(checks);
    }
  }

  /// A lesson from anywhere may have more than a screen can show.
  private static final int MOST_COMPARISONS = 40;

  private final PackReader reader = new PackReader();
  private final Theory theory = new Theory();
  private final PackCheck check =
      new PackCheck(Math.max(1, Runtime.getRuntime().availableProcessors() - 1));
  private final Executor background;
  private final Executor fxThread;
  private final Job job;
  private final ReadOnlyObjectWrapper<Shown> shown =
      new ReadOnlyObjectWrapper<>(this, "shown", Shown.NOTHING);
  private final ReadOnlyObjectWrapper<String> words =
      new ReadOnlyObjectWrapper<>(this, "words", "");

  /// Ends the check that is under way.
  private AtomicBoolean stopped = new AtomicBoolean();

  PacksModel(Executor background, Executor fxThread) {
    this.background = background;
    this.fxThread = fxThread;
    job = new Job(background, fxThread);
  }

  ReadOnlyObjectProperty<Shown> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /// How the last piece of work came out, as a sentence; empty before the first.
  ReadOnlyObjectProperty<String> wordsProperty() {
    return words.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty busyProperty() {
    return job.runningProperty();
  }

  ReadOnlyDoubleProperty progressProperty() {
    return job.progressProperty();
  }

  /// Reads files, and all packs in folders, in place of those that are shown.
  void open(List<Path> places) {
    job.run(
        progress -> PackFiles.read(places, reader, ThisProgram.nameAndVersion(), progress),
        table -> {
          shown.set(new Shown(table, Map.of()));
          words.set(read(table));
        },
        this::failed);
  }

  private static String read(PackTable table) {
    int packs = table.rows().size();
    int refused = table.refused().size();
    return "%s lab pack%s of %s lesson%s.%s"
        .formatted(
            packs,
            packs == 1 ? "" : "s",
            table.groups().size(),
            table.groups().size() == 1 ? "" : "s",
            refused == 0
                ? ""
                : " %s file%s could not be read.".formatted(refused, refused == 1 ? "" : "s"));
  }

  /// Makes all runs again that come out the same each time.
  void check() {
    PackTable table = shown.get().table();
    AtomicBoolean mine = new AtomicBoolean();
    stopped = mine;
    job.run(
        progress -> checked(table, progress, mine),
        checks -> {
          shown.set(new Shown(table, checks));
          words.set("The runs were made again.");
        },
        this::failed);
  }

  private Map<Path, String> checked(PackTable table, Progress progress, AtomicBoolean cancelled)
      throws IOException {
    List<PackRow> rows = table.rows();
    Map<Path, String> checks = new LinkedHashMap<>();
    for (PackRow row : rows) {
      progress.at((double) checks.size() / rows.size());
      try {
        checks.put(row.pack().file(), check.check(row.pack(), cancelled::get));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("the program ends", e);
      }
    }
    return checks;
  }

  /// Writes the table.
  void save(Path file) {
    Shown saved = shown.get();
    job.run(
        _ -> {
          PackCsv.write(file, saved.table(), saved.checks());
          return ShownText.of("The table is in " + file + ".");
        },
        words::set,
        this::failed);
  }

  private void failed(IOException failure) {
    words.set(ShownText.of("Not done: " + FailureInWords.of(failure) + "."));
  }

  void cancel() {
    stopped.set(true);
    job.cancel();
  }

  /// The predictions of a pack beside its runs, as the lesson compares them.
  ///
  /// @param told hears them on the FX thread, since theory may take a while
  void compare(LabPack pack, Consumer<List<Comparison>> told) {
    Theory asked = pack.known() ? theory : Theory.unasked();
    background.execute(
        () -> {
          List<Comparison> all =
              pack.progress()
                  .lesson()
                  .blocks(Block.Compare.class)
                  .limit(MOST_COMPARISONS)
                  .map(block -> Comparison.of(pack.progress(), asked, block))
                  .toList();
          fxThread.execute(() -> told.accept(all));
        });
  }

  @Override
  public void close() {
    cancel();
    job.close();
  }
}
