package p2pgossip.topology;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// An edge list: a line for each edge, with the names of its two ends, separated by blanks, commas
/// or semicolons. A name alone is a vertex without an edge. What stands behind the second name, a
/// weight say, is ignored, and so are empty lines, those that begin with `#` or `%`, and a first
/// line that names the columns.
///
/// JGraphT reads such files as adjacency lists: to it, a weight is a third vertex.
final class EdgeListReader {

  private static final Pattern SEPARATOR = Pattern.compile("\\s*[,;]\\s*|\\s+");

  private static final Set<String> HEADERS = Set.of("source target", "from to");

  private EdgeListReader() {}

  /// @throws RefusedGraph when something is wrong in a line, saying what and in which
  static void read(String text, GraphDraft draft) {
    List<String> lines = text.lines().map(String::strip).toList();
    boolean first = true;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.isEmpty() || line.startsWith("#") || line.startsWith("%")) {
        continue;
      }
      String[] names = SEPARATOR.split(line, 3);
      if (!first || !isHeader(names)) {
        addLine(names, i + 1, draft);
      }
      first = false;
    }
  }

  private static boolean isHeader(String[] names) {
    return names.length > 1
        && HEADERS.contains((names[0] + " " + names[1]).toLowerCase(Locale.ROOT));
  }

  private static void addLine(String[] names, int number, GraphDraft draft) {
    for (int i = 0; i < Math.min(2, names.length); i++) {
      if (names[i].isEmpty()) {
        throw new RefusedGraph(
            "line %s lacks a name; write two in each line, as in \"a b\"".formatted(number));
      }
      if (names[i].contains("\"")) {
        throw new RefusedGraph(
            "line %s has a name in quotes; write names without quotes and blanks"
                .formatted(number));
      }
    }
    if (names.length == 1) {
      draft.vertex(names[0]);
    } else {
      draft.edge(names[0], names[1]);
    }
  }
}
