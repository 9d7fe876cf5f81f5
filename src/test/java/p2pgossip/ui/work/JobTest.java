package p2pgossip.ui.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import p2pgossip.export.Progress;
import p2pgossip.testing.HandDrivenExecutor;
import p2pgossip.testing.Recorder;

class JobTest {

  private final HandDrivenExecutor background = new HandDrivenExecutor();
  private final Recorder<String> heard = new Recorder<>();
  private final Job job = new Job(background, Runnable::run);

  private void run(Job.Work<String> work) {
    job.run(work, heard, failure -> heard.accept("failed: " + failure.getMessage()));
  }

  private void runInBackground() {
    background.runNext();
  }

  private String half(Progress progress) {
    progress.at(0.5);
    heard.accept(job.progressProperty().get() + " done");
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

    assertThat(background.size()).isOne();
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
    assertThat(background.size()).isZero();
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
      heard.accept("thrown: " + e.getMessage());
    }

    assertThat(heard)
        .containsExactly(
            "failed: something went wrong in this program"
                + " (java.lang.IllegalStateException: a mistake)",
            "thrown: a mistake");
    assertThat(job.runningProperty().get()).isFalse();
  }
}
