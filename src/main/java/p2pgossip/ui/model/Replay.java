package p2pgossip.ui.model;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import p2pgossip.network.Observation;
import p2pgossip.network.Playback;
import p2pgossip.network.Recorded;
import p2pgossip.network.WholeNetwork;
import p2pgossip.story.MarkLog;

/// A recording while it is looked at. Used by one thread at a time.
final class Replay {

  private final Recorded recorded;
  private final Playback playback;
  private final MarkLog marks = new MarkLog();
  private boolean playing;

  /// Stands at the end. Goes through all of it once, so it does not belong on the FX thread.
  Replay(Recorded recorded) {
    this.recorded = recorded;
    this.playback = new Playback(recorded);
    recorded.opening().forEach(marks::note);
    recorded.observations().forEach(marks::note);
  }

  /// Of all of the recording.
  MarkLog marks() {
    return marks;
  }

  Recorded recorded() {
    return recorded;
  }

  WholeNetwork network() {
    return playback.network();
  }

  Instant start() {
    return playback.start();
  }

  Instant end() {
    return playback.end();
  }

  boolean isPlaying() {
    return playing;
  }

  void hold() {
    playing = false;
  }

  /// Starts again from the beginning if it stands at the end.
  void play() {
    if (!playback.now().isBefore(playback.end())) {
      playback.seek(playback.start());
    }
    playing = true;
  }

  void seek(Instant moment) {
    playing = false;
    playback.seek(moment);
  }

  void step(boolean forward, Consumer<Observation> traffic) {
    playing = false;
    if (forward) {
      Observation passed = playback.next(Playback::matters);
      if (passed != null) {
        traffic.accept(passed);
      }
    } else {
      var _ = playback.previous(Playback::matters);
    }
  }

  void advance(Duration recordedTime, Consumer<Observation> traffic) {
    playback.advance(playback.now().plus(recordedTime)).forEach(traffic);
    if (!playback.now().isBefore(playback.end())) {
      playing = false;
    }
  }

  Moment moment(double pace, boolean hasPresent) {
    return new Moment(
        playback.start(),
        playback.end(),
        playback.now(),
        playing ? Moment.Mode.PLAYING : Moment.Mode.HELD,
        pace,
        hasPresent);
  }
}
