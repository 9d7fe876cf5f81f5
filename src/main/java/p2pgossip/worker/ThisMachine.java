package p2pgossip.worker;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/// What there is for heavy runs.
final class ThisMachine {

  /// One processor is left to the windows and their peers.
  static final int THREADS = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);

  /// The part of its memory that a process may take.
  static final double PART_OF_MEMORY = 0.7;

  private ThisMachine() {}

  /// The memory of the machine, or of the container, in bytes.
  static long memory() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
  }
}
