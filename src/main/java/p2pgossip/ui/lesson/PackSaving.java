package p2pgossip.ui.lesson;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.stage.Stage;
import p2pgossip.export.Progress;
import p2pgossip.export.RecordingFile;
import p2pgossip.export.ThisProgram;
import p2pgossip.file.FailureInWords;
import p2pgossip.file.UserFile;
import p2pgossip.gossip.ShownText;
import p2pgossip.lesson.Block;
import p2pgossip.lesson.LessonProgress;
import p2pgossip.network.Recorded;
import p2pgossip.pack.HandIn;
import p2pgossip.pack.PackWriter;
import p2pgossip.ui.dialog.FileChoice;
import p2pgossip.ui.work.Job;

/// Saves the open lesson as a lab pack: asks for a name and a file, and writes it in the
/// background. FX thread only.
final class PackSaving implements AutoCloseable {

  private static final FileChoice.Kind PACK = new FileChoice.Kind("Lab pack", PackWriter.EXTENSION);

  /// How the last attempt came out.
  ///
  /// @param words a sentence or two; empty before the first
  record Outcome(String words, boolean failed) {
    static final Outcome NONE = new Outcome("", false);
  }

  private final LessonModel model;
  private final LessonShelf shelf;
  private final FileChoice files;
  private final InstantSource clock;
  private final Supplier<Recorded> recorded;
  private final Job job;
  private final ReadOnlyObjectWrapper<Outcome> outcome =
      new ReadOnlyObjectWrapper<>(this, "outcome", Outcome.NONE);

  /// As it was typed the last time.
  private String student = "";

  /// @param background writes the packs
  /// @param recorded what was seen of the network; called in the background
  PackSaving(
      LessonModel model,
      LessonShelf shelf,
      FileChoice files,
      InstantSource clock,
      Supplier<Recorded> recorded,
      Executor background,
      Executor fxThread) {
    this.model = model;
    this.shelf = shelf;
    this.files = files;
    this.clock = clock;
    this.recorded = recorded;
    job = new Job(background, fxThread);
    model
        .progressProperty()
        .subscribe(
            // What was saved is no longer all that there is.
            _ -> outcome.set(Outcome.NONE));
  }

  ReadOnlyBooleanProperty savingProperty() {
    return job.runningProperty();
  }

  ReadOnlyObjectProperty<Outcome> outcomeProperty() {
    return outcome.getReadOnlyProperty();
  }

  /// Proposes this name, unless another has been typed since.
  void propose(String name) {
    if (student.isEmpty()) {
      student = name;
    }
  }

  /// Asks and saves, unless no lesson is open or a pack is being saved.
  ///
  /// @param owner the window in front of which to ask
  void begin(Stage owner) {
    if (model.progressProperty().get() != null && !job.runningProperty().get()) {
      new PackDialog(owner, student, this::save).show();
    }
  }

  private void save(String name) {
    LessonProgress open = model.progressProperty().get();
    if (open == null) {
      return;
    }
    student = name;
    Path file = files.toSave("Save the lab pack", fileName(open, name), List.of(PACK));
    if (file == null) {
      return;
    }
    outcome.set(Outcome.NONE);
    // As it is now; the rest needs no screen.
    List<HandIn.Attachment> charts = PackCharts.of(open, model.theory());
    job.run(
        progress -> write(file, name, open, charts, progress),
        leftOut -> outcome.set(new Outcome(saved(file, leftOut), false)),
        failure -> outcome.set(new Outcome(notSaved(file, failure), true)));
  }

  /// For example `02-log-n-ana`, fit for every system.
  private static String fileName(LessonProgress open, String student) {
    String plain =
        student
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{N}]+", "-")
            .replaceAll("^-|-$", "");
    return open.lesson().name() + (plain.isEmpty() ? "" : "-" + plain);
  }

  private List<String> write(
      Path file,
      String name,
      LessonProgress open,
      List<HandIn.Attachment> charts,
      Progress progress)
      throws IOException {
    shelf.rememberStudent(name);
    List<HandIn.Attachment> attachments = new ArrayList<>(charts);
    addRecordings(attachments, open);
    if (open.lesson().blocks(Block.Network.class).findAny().isPresent()) {
      Recorded seen = recorded.get();
      if (!seen.isEmpty()) {
        attachments.add(
            new HandIn.Attachment(
                "network." + RecordingFile.EXTENSION,
                out ->
                    RecordingFile.write(
                        out,
                        seen,
                        null,
                        ThisProgram.nameAndVersion(),
                        clock.instant(),
                        share -> progress.at(share / 2))));
      }
    }
    return PackWriter.write(
        file,
        new HandIn(name, open, model.theory(), attachments),
        ThisProgram.nameAndVersion(),
        clock.instant(),
        progress);
  }

  private void addRecordings(List<HandIn.Attachment> attachments, LessonProgress open) {
    for (Block.Run run : open.lesson().blocks(Block.Run.class).toList()) {
      Path recording = shelf.recording(open.lesson(), run);
      if (open.result(run.name()).isPresent() && Files.exists(recording)) {
        attachments.add(
            new HandIn.Attachment(
                PackWriter.folder(run.name()) + "recording." + RecordingFile.EXTENSION,
                out -> {
                  try (InputStream in = UserFile.open(recording)) {
                    long _ = in.transferTo(out);
                  }
                }));
      }
    }
  }

  private static String saved(Path file, List<String> leftOut) {
    return ShownText.of(
        "The lab pack is in %s. %s".formatted(file, String.join(" ", leftOut)).strip());
  }

  private static String notSaved(Path file, IOException failure) {
    return ShownText.of(
        "%s could not be saved: %s. What was there before is as it was; save to another place."
            .formatted(file, FailureInWords.of(failure)));
  }

  void cancel() {
    job.cancel();
  }

  /// Calls off what is being written. Idempotent.
  @Override
  public void close() {
    job.close();
  }
}
