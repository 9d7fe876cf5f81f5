package p2pgossip.profile;

import jdk.jfr.FlightRecorder;

/// Whether there is a flight recorder to tell of what happens. An event of it must not even be
/// looked at before: the first brings the whole recorder with it, which would make each start of
/// the program a tenth of a second longer.
final class Flight {

  private Flight() {}

  /// True once anybody has begun a recording in this JVM: this program, a flag of the JVM, or
  /// somebody by `jcmd`.
  static boolean isRecorded() {
    return FlightRecorder.isInitialized();
  }
}
