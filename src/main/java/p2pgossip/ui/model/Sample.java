package p2pgossip.ui.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import p2pgossip.peer.PeerRuntime;
import p2pgossip.profile.JvmReading;
import p2pgossip.profile.MeterReading;

/// All that is measured, at one moment.
///
/// @param own of the window's peer; null while it does not run, or if it is simulated
/// @param all of all peers of this process together
/// @param peers how many of them run
/// @param simulated whether the window's peer is simulated, so that there is nothing to measure
public record Sample(
    Instant at,
    @Nullable MeterReading own,
    MeterReading all,
    int peers,
    boolean simulated,
    JvmReading jvm) {

  /// @param run of the window's peer; null while it does not run
  static Sample take(PeerRuntime runtime, @Nullable PeerRun run) {
    return new Sample(
        runtime.clock().instant(),
        run == null ? null : run.real().map(peer -> peer.meter().read()).orElse(null),
        runtime.meter().read(),
        runtime.peers(),
        run != null && run.real().isEmpty(),
        JvmReading.read());
  }
}
