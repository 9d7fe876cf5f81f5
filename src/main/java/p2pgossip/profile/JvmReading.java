package p2pgossip.profile;

import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;

/// The resources that the process uses at one moment.
///
/// @param threads live threads
/// @param heapUsed in bytes, including garbage that is not collected yet
/// @param heapMost in bytes, to which the heap may grow
/// @param resident resident memory in bytes; empty unless the system reports it as Linux does
/// @param collections garbage collections since the process began
/// @param collecting the time that they took together
public record JvmReading(
    int threads,
    long heapUsed,
    long heapMost,
    OptionalLong resident,
    long collections,
    Duration collecting) {

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String RESIDENT = "VmRSS:";
  private static final long KIBIBYTE = 1_024;

  /// Reads a file of the kernel's, which takes some ten microseconds; the first call also loads the
  /// JVM's management classes.
  public static JvmReading read() {
    MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    long collections = 0;
    long millis = 0;
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      // Negative if it is not known.
      collections += Math.max(0, collector.getCollectionCount());
      millis += Math.max(0, collector.getCollectionTime());
    }
    return new JvmReading(
        ManagementFactory.getThreadMXBean().getThreadCount(),
        heap.getUsed(),
        heap.getMax(),
        residentBytes(),
        collections,
        Duration.ofMillis(millis));
  }

  private static OptionalLong residentBytes() {
    if (!Files.isReadable(STATUS)) {
      return OptionalLong.empty();
    }
    try {
      return Files.readString(STATUS)
          .lines()
          .filter(line -> line.startsWith(RESIDENT))
          .map(line -> line.substring(RESIDENT.length()).replace("kB", "").strip())
          .mapToLong(Long::parseLong)
          .map(kibibytes -> kibibytes * KIBIBYTE)
          .findFirst();
    } catch (IOException | NumberFormatException e) {
      return OptionalLong.empty();
    }
  }
}
