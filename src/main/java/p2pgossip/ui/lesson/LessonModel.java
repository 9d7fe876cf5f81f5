package p2pgossip.ui.lesson;

import java.io.IOException;
import java.time.InstantSource;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import p2pgossip.laboratory.Sentence;
import p2pgossip.lesson.Answer;
import p2pgossip.lesson.Block;
import p2pgossip.lesson.GoalWatch;
import p2pgossip.lesson.Lesson;
import p2pgossip.lesson.LessonProgress;
import p2pgossip.lesson.LessonRunner;
import p2pgossip.lesson.Measure;
import p2pgossip.lesson.Observed;
import p2pgossip.lesson.RunResult;
import p2pgossip.lesson.Theory;

/// The lesson that is open, and what goes on in it. FX thread only; runs and files are for others.
final class LessonModel implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LessonModel.class);

  /// How a run goes.
  ///
  /// @param run its name
  /// @param failure why it could not be made; null while it is under way
  record Running(String run, @Nullable String failure) {}

  private final LessonRunner runner;
  private final LessonShelf shelf;
  private final Executor background;
  private final Executor fxThread;
  private final InstantSource clock;
  private final Theory theory = new Theory();
  private final ReadOnlyObjectWrapper<@Nullable LessonProgress> progress =
      new ReadOnlyObjectWrapper<>(this, "progress");
  private final ReadOnlyObjectWrapper<@Nullable Running> running =
      new ReadOnlyObjectWrapper<>(this, "running");
  private AtomicBoolean cancelled = new AtomicBoolean();
  private @Nullable GoalWatch watch;
  private @Nullable String watched;

  /// @param background runs what waits
  /// @param clock by which it is noted when things were done
  LessonModel(
      LessonRunner runner,
      LessonShelf shelf,
      Executor background,
      Executor fxThread,
      InstantSource clock) {
    this.runner = runner;
    this.shelf = shelf;
    this.background = background;
    this.fxThread = fxThread;
    this.clock = clock;
  }

  /// The open lesson; null if there is none.
  ReadOnlyObjectProperty<@Nullable LessonProgress> progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /// The run under way, or the last that failed; null if there is none.
  ReadOnlyObjectProperty<@Nullable Running> runningProperty() {
    return running.getReadOnlyProperty();
  }

  Theory theory() {
    return theory;
  }

  /// Opens a lesson where the user was.
  void open(Lesson lesson) {
    background.execute(
        () -> {
          LessonProgress found = shelf.find(lesson).orElseGet(() -> begun(lesson));
          lesson
              .blocks(Block.Run.class)
              .filter(run -> found.result(run.name()).isPresent())
              .forEach(this::askTheory);
          fxThread.execute(
              () -> {
                stop();
                progress.set(found);
              });
        });
  }

  private LessonProgress begun(Lesson lesson) {
    LessonProgress first = LessonProgress.begin(lesson);
    return first.stamped(first, clock.instant());
  }

  /// Works out now what would take long on the FX thread.
  private void askTheory(Block.Run run) {
    var _ = theory.figure(run.plan(), Measure.LAST, OptionalInt.empty());
  }

  /// Begins the open lesson anew.
  void beginAnew() {
    LessonProgress open = progress.get();
    if (open != null) {
      stop();
      set(begun(open.lesson()));
    }
  }

  /// Back to the list of lessons.
  void leave() {
    stop();
    progress.set(null);
  }

  void next() {
    change(LessonProgress::next);
  }

  void back() {
    change(LessonProgress::back);
  }

  private void change(UnaryOperator<LessonProgress> change) {
    LessonProgress open = progress.get();
    if (open != null) {
      set(change.apply(open));
    }
  }

  private void set(LessonProgress changed) {
    LessonProgress before = progress.get();
    if (before != null && !changed.equals(before)) {
      LessonProgress stamped = changed.stamped(before, clock.instant());
      progress.set(stamped);
      shelf.note(stamped);
      background.execute(shelf::keep);
    }
  }

  /// Takes a prediction.
  ///
  /// @throws IllegalArgumentException when it is no answer to the question, saying why
  void predict(String prediction, Answer answer) {
    change(open -> open.isFixed(prediction) ? open : open.predicted(prediction, answer));
  }

  /// Leaves a task that does not work out, or a run that can't be made.
  void passOver(Block.Gate gate) {
    running.set(null);
    change(open -> open.passedOver(gate));
  }

  /// Makes a run, unless one is under way.
  void run(Block.Run run) {
    Running now = running.get();
    LessonProgress open = progress.get();
    if (open == null || (now != null && now.failure() == null)) {
      return;
    }
    AtomicBoolean mine = new AtomicBoolean();
    cancelled = mine;
    running.set(new Running(run.name(), null));
    background.execute(() -> make(open.lesson(), run, mine));
  }

  private void make(Lesson lesson, Block.Run run, AtomicBoolean mine) {
    Consumer<@Nullable String> failed =
        words -> {
          if (!mine.get()) {
            running.set(words == null ? null : new Running(run.name(), words));
          }
        };
    try {
      RunResult result =
          runner.run(run.plan(), mine::get, seen -> shelf.keepRecording(lesson, run, seen));
      askTheory(run);
      fxThread.execute(
          () -> {
            if (!mine.get()) {
              running.set(null);
              change(open -> open.ran(run.name(), result));
            }
          });
    } catch (CancellationException e) {
      LOG.trace("The run was stopped", e);
      fxThread.execute(() -> failed.accept(null));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      fxThread.execute(() -> failed.accept(null));
    } catch (IOException | IllegalArgumentException e) {
      LOG.debug("The run can't be made", e);
      fxThread.execute(() -> failed.accept(Sentence.of(e)));
    } catch (RuntimeException e) {
      LOG.warn("The run failed", e);
      fxThread.execute(() -> failed.accept("Something went wrong in this program (" + e + ")."));
    }
  }

  /// Stops the run that is under way, if there is one.
  void stop() {
    cancelled.set(true);
    running.set(null);
  }

  /// Whether a task waits for something to be seen.
  boolean isWatching() {
    LessonProgress open = progress.get();
    return open != null && open.waitsFor().orElse(null) instanceof Block.Task;
  }

  /// Takes note of what can be seen of the network, for the task that waits.
  void observe(Observed seen) {
    LessonProgress open = progress.get();
    if (open == null || !(open.waitsFor().orElse(null) instanceof Block.Task task)) {
      watched = null;
      return;
    }
    GoalWatch before = watch;
    String key = open.lesson().name() + "/" + task.name();
    if (before == null || !key.equals(watched)) {
      before = GoalWatch.of(task.goal());
      watched = key;
    }
    GoalWatch after = before.after(seen);
    watch = after;
    if (after.reached()) {
      change(it -> it.did(task.name()));
    }
  }

  @Override
  public void close() {
    stop();
  }
}
