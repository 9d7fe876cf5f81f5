package p2pgossip.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// What the system says of a process: its memory and its processor time, all threads together.
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

  /// Since the process began, counted in hundredths of a second.
  Duration processorTime() throws IOException {
    return ProcessHandle.of(pid)
        .flatMap(handle -> handle.info().totalCpuDuration())
        .orElseThrow(() -> new IOException("process " + pid + " has ended"));
  }
}
