package p2pgossip.profile;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/// The time that the window's thread took for what had happened since it last took it in, in a
/// flight recording.
@Name("p2pgossip.FrameDrain")
@Label("Frame Drain")
@Category("p2pgossip")
@Description("What was collected for a window was handed to it in one go")
@StackTrace(false)
final class FrameDrainEvent extends Event {

  @Label("Events")
  @Description("Handed over")
  int events;

  @Label("Dropped")
  @Description("Left out before them, because there were too many")
  long dropped;

  private FrameDrainEvent() {
    super();
  }

  /// They are taken in from now on.
  static FrameDrainEvent begun() {
    FrameDrainEvent event = new FrameDrainEvent();
    event.begin();
    return event;
  }

  void ended(int count, long left) {
    end();
    if (shouldCommit()) {
      events = count;
      dropped = left;
      commit();
    }
  }
}
