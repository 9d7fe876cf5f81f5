package p2pgossip.ui.keep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import p2pgossip.export.Progress;

class JobTest {

  private final Queue<Runnable> background = new ArrayDeque<>();
  private final List<String> heard = new ArrayList<>();
  private final Job job = new Job(background::add, Runnable::run);

  private void run(Job.Work<String> work) {
    job.run(work, heard::add, failure -> heard.add("failed: " + failure.getMessage()));
  }

  private void runInBackground() {
    background.remove().run();
  }

  private String half(Progress progress) {
    progress.at(0.5);
    heard.add(job.progressProperty().get() + " done");
    return "all done";
  }

  @Test
  void tellsHowFarItHasComeAndWhatCameOfIt() {
    run(this::half);
    assertThat(job.runningProperty().get()).isTrue();

    runInBackground();

    assertThat(heard).containsExactly("0.5 done", "all done");
    assertThat(job.runningProperty().get()).isFalse();
  }

  @Test
  void tellsOfAFailure() {
    run(
        _ -> {
          throw new IOException("no room");
        });
    runInBackground();

    assertThat(heard).containsExactly("failed: no room");
    assertThat(job.runningProperty().get()).isFalse();
  }

  @Test
  void doesOneThingAtATime() {
    run(this::half);
    run(_ -> "another");

    assertThat(background).hasSize(1);
  }

  @Test
  void nothingComesOfWhatIsCalledOff() {
    run(this::half);
    job.cancel();
    runInBackground();

    assertThat(heard).isEmpty();
    assertThat(job.runningProperty().get()).isFalse();
  }

  @Test
  void nothingIsSaidOfWorkThatWasDoneWhenItWasCalledOff() {
    run(
        _ -> {
          job.cancel();
          return "all done";
        });
    runInBackground();

    assertThat(heard).isEmpty();
  }

  @Test
  void takesWorkAgainAfterACall() {
    run(this::half);
    job.cancel();
    runInBackground();

    run(_ -> "another");
    runInBackground();

    assertThat(heard).containsExactly("another");
  }

  @Test
  void takesNoWorkOnceItIsClosed() {
    run(this::half);
    job.close();
    job.close();
    runInBackground();
    run(_ -> "another");

    assertThat(heard).isEmpty();
    assertThat(background).isEmpty();
  }

  @Test
  void tellsOfAMistakeInTheProgramToo() {
    run(
        _ -> {
          throw new IllegalStateException("a mistake");
        });
    try {
      runInBackground();
    } catch (IllegalStateException e) {
      heard.add("thrown: " + e.getMessage());
    }

    assertThat(heard)
        .containsExactly(
            "failed: something went wrong in this program"
                + " (java.lang.IllegalStateException: a mistake)",
            "thrown: a mistake");
    assertThat(job.runningProperty().get()).isFalse();
  }
}
