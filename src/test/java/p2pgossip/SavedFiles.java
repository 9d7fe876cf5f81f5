package p2pgossip;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import p2pgossip.export.ChartCsv;
import p2pgossip.export.GexfFile;
import p2pgossip.export.LogFiles;
import p2pgossip.export.NetworkFiles;
import p2pgossip.export.Progress;
import p2pgossip.export.RecordingFile;
import p2pgossip.export.ShivizLog;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.RumorId;
import p2pgossip.journal.JournalLine;
import p2pgossip.journal.LineFormat;
import p2pgossip.journal.LineKind;
import p2pgossip.journal.Narrator;
import p2pgossip.network.Observation;
import p2pgossip.network.Recorded;
import p2pgossip.network.Spread;
import p2pgossip.network.WholeNetwork;

/// The list of everything with text that a user can save from a window; pictures have none.
final class SavedFiles {

  private SavedFiles() {}

  /// Saves a session in every format.
  ///
  /// @param self the window's own peer
  /// @param name of the run, also in a line of its log
  static void writeAll(Path folder, Recorded session, PeerAddress self, RumorId rumor, String name)
      throws IOException {
    WholeNetwork network = new WholeNetwork();
    session.observations().forEach(network::note);
    Spread spread = Optional.ofNullable(network.spread(rumor)).orElseThrow();
    List<ChartCsv.Run> runs = List.of(new ChartCsv.Run(name, spread));
    for (ChartCsv.Table table : ChartCsv.Table.values()) {
      ChartCsv.write(folder.resolve(table + ".csv"), table, runs, Progress.UNHEARD);
    }
    NetworkFiles.writeGraphMl(folder.resolve("a.graphml"), network.picture(self, true), spread);
    NetworkFiles.writeDot(folder.resolve("a.dot"), network.picture(self, true), spread);
    GexfFile.write(folder.resolve("a.gexf"), session, self, rumor, Progress.UNHEARD);
    ShivizLog.write(folder.resolve("a.shiviz"), session, Progress.UNHEARD);
    RecordingFile.write(
        folder.resolve("a.gossip"), session, self, name, Instant.EPOCH, Progress.UNHEARD);
    List<JournalLine> lines = lines(session, name);
    LogFiles.writeText(
        folder.resolve("a.log"), lines, new LineFormat(ZoneOffset.UTC), Progress.UNHEARD);
    LogFiles.writeJson(folder.resolve("a.jsonl"), lines, Progress.UNHEARD);
  }

  private static List<JournalLine> lines(Recorded session, String name) {
    Narrator narrator = new Narrator(PeerSettings.DEFAULT);
    List<JournalLine> lines = new ArrayList<>();
    for (Observation observation : session.observations()) {
      if (observation instanceof Observation.Happened happened) {
        lines.addAll(narrator.narrate(happened.event()).stream().toList());
      }
    }
    lines.add(narrator.tell(Instant.EPOCH, LineKind.ERROR, null, name));
    return lines;
  }
}
