package p2pgossip.profile;

import jdk.jfr.FlightRecorder;

/// Tells whether Flight Recorder is in use. No event class may be touched before that: the first
/// one loads the whole recorder, which slows each start of the program by a tenth of a second.
final class JfrStatus {

  private JfrStatus() {}

  /// True once a recording has begun in this JVM: by this program, a flag of the JVM, or `jcmd`.
  static boolean isRecording() {
    return FlightRecorder.isInitialized();
  }
}
