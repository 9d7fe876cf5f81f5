package p2pgossip;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/// A scenario that is over in a second or two: three peers in a line, and one rumour.
final class TrialScenario {

  private TrialScenario() {}

  /// Writes it into a folder.
  ///
  /// @param variants the names of its runs, which are all the same; without any it runs once
  static Path in(Path folder, String... variants) throws IOException {
    String runs =
        Arrays.stream(variants)
            .map("{\"name\": \"%s\"}"::formatted)
            .collect(Collectors.joining(", "));
    return Files.writeString(
        folder.resolve("trial.json"),
        """
        {"name": "a trial", "peers": 3, "topology": "line", "lasts": "10 s", "quiet": "500 ms",
         "settings": {"sentences": false, "strategy": "flood"},
         "actions": [{"at": "0 s", "do": "spread", "by": 1}]%s}
        """
            .formatted(variants.length == 0 ? "" : ",\n \"variants\": [" + runs + "]"));
  }
}
