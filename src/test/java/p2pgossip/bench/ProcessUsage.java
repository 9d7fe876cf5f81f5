package p2pgossip.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/// The memory and the processor time of a process, all threads together, as the system reports
/// them.
record ProcessUsage(long pid) {

  static ProcessUsage ofThisProcess() {
    return new ProcessUsage(ProcessHandle.current().pid());
  }

  /// Resident memory, as Linux counts it; -1 on other systems.
  long residentMebibytes() throws IOException {
    Path status = Path.of("/proc", Long.toString(pid), "status");
    if (!Files.exists(status)) {
      return -1;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1_024)
        .findFirst()
        .orElse(-1);
  }

  /// The number of threads; -1 on other systems than Linux.
  int threads() throws IOException {
    return entries("task");
  }

  /// The number of open files and connections; -1 on other systems than Linux.
  int openFiles() throws IOException {
    return entries("fd");
  }

  private int entries(String directory) throws IOException {
    Path path = Path.of("/proc", Long.toString(pid), directory);
    if (!Files.exists(path)) {
      return -1;
    }
    try (Stream<Path> entries = Files.list(path)) {
      return (int) entries.count();
    }
  }

  /// Waits, and returns how many cores were used in that time.
  double load(Duration time) throws IOException {
    Duration before = processorTime();
    long begun = System.nanoTime();
    Waiting.pause(time);
    return (double) processorTime().minus(before).toNanos() / (System.nanoTime() - begun);
  }

  /// Since the process began, counted in hundredths of a second.
  Duration processorTime() throws IOException {
    return ProcessHandle.of(pid)
        .flatMap(handle -> handle.info().totalCpuDuration())
        .orElseThrow(() -> new IOException("process " + pid + " has ended"));
  }
}
