package p2pgossip.profile;

import org.jspecify.annotations.Nullable;

/// Records the time that the window's thread takes for the observations since the last time, if a
/// recording is in progress.
public final class FrameDrain {

  private final @Nullable FrameDrainEvent event;

  private FrameDrain(@Nullable FrameDrainEvent event) {
    this.event = event;
  }

  /// They are taken from now on.
  public static FrameDrain begun() {
    return new FrameDrain(JfrStatus.isRecording() ? FrameDrainEvent.begun() : null);
  }

  public void ended(int count, long left) {
    if (event != null) {
      event.ended(count, left);
    }
  }
}
