package p2pgossip.profile;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/// The time that the window's thread takes for the observations since the last time, in a flight
/// recording.
@Name("p2pgossip.FrameDrain")
@Label("Frame Drain")
@Category("p2pgossip")
@Description("The observations gathered for a window were handed to it")
@StackTrace(false)
final class FrameDrainEvent extends Event {

  @Label("Events")
  @Description("Handed over")
  int events;

  @Label("Dropped")
  @Description("Dropped before them, because there were too many")
  long dropped;

  private FrameDrainEvent() {
    super();
  }

  /// They are taken from now on.
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
