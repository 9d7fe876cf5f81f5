package p2pgossip.ui.overview;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import p2pgossip.network.NetworkNode;
import p2pgossip.network.Role;
import p2pgossip.network.Spread;
import p2pgossip.ui.chart.Wording;
import p2pgossip.ui.theme.RolePalette;

/// What the overview says of a rumour and of a peer.
final class CellWords {

  private static final int LONGEST_RUMOR = 40;

  private CellWords() {}

  /// As in "17 of 24 have heard “Psst”".
  static String figure(Spread spread) {
    long heard = spread.arrivals().size();
    return "%s of %s %s heard “%s”"
        .formatted(
            Wording.count(heard),
            Wording.count(spread.population()),
            heard == 1 ? "has" : "have",
            Wording.line(spread.rumor().text(), LONGEST_RUMOR));
  }

  /// All of the overview in a line.
  ///
  /// @param pointed at the peer that is described too; null if at none
  static String of(@Nullable Cells cells, @Nullable Cell pointed) {
    if (cells == null) {
      return "Overview: no rumour";
    }
    String whole = "Overview: " + figure(cells.spread());
    return pointed == null
        ? whole
        : whole
            + ". "
            + cells.labels().whole(pointed.peer())
            + ": "
            + details(cells, pointed).replace('\n', ' ');
  }

  /// What is known of a peer, a line each.
  static String details(Cells cells, Cell cell) {
    List<String> lines = new ArrayList<>();
    lines.add(
        cell.arrival() == null
            ? "Has not heard the rumour."
            : cells.scale().describe(cell.arrival(), cells.labels()::whole));
    NetworkNode node = cell.node();
    if (node == null) {
      lines.add("Is no longer in the network.");
    } else if (node.role() != Role.CONNECTED && node.role() != Role.HEARD_OF) {
      lines.add(RolePalette.meaning(cells.picture(), node));
    }
    lines.addAll(cells.faults().news(cell.peer()));
    return String.join("\n", lines);
  }
}
