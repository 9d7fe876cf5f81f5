package p2pgossip.profile;

import org.jspecify.annotations.Nullable;

/// The time that the window's thread took for what had happened since it last took it in, for
/// whoever records it.
public final class FrameDrain {

  private final @Nullable FrameDrainEvent event;

  private FrameDrain(@Nullable FrameDrainEvent event) {
    this.event = event;
  }

  /// They are taken in from now on.
  public static FrameDrain begun() {
    return new FrameDrain(Flight.isRecorded() ? FrameDrainEvent.begun() : null);
  }

  public void ended(int count, long left) {
    if (event != null) {
      event.ended(count, left);
    }
  }
}
