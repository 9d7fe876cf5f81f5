package p2pgossip.net;

import java.util.Arrays;
import java.util.Set;

/// Counts the threads of some kind that were started since this was made. Others of the same kind
/// may exist: those of a fuzzed server, which is never closed, or those of an earlier test that
/// have not ended yet.
final class StartedThreads {

  private final Set<Thread> before = Set.copyOf(Thread.getAllStackTraces().keySet());
  private final String[] prefixes;

  /// @param prefixes of the names of the threads that count
  StartedThreads(String... prefixes) {
    this.prefixes = prefixes.clone();
  }

  long count() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !before.contains(thread))
        .map(Thread::getName)
        .filter(name -> Arrays.stream(prefixes).anyMatch(name::startsWith))
        .count();
  }
}
