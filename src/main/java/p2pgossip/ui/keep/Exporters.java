package p2pgossip.ui.keep;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.Parent;
import javafx.scene.image.Image;
import org.kordamp.ikonli.feather.Feather;
import p2pgossip.export.ChartCsv;
import p2pgossip.export.GexfFile;
import p2pgossip.export.LogFiles;
import p2pgossip.export.NetworkFiles;
import p2pgossip.export.RecordingFile;
import p2pgossip.export.ShivizLog;
import p2pgossip.file.WholeFile;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.RumorId;
import p2pgossip.journal.JournalLine;
import p2pgossip.journal.LineFormat;
import p2pgossip.network.NetworkPicture;
import p2pgossip.network.Recorded;
import p2pgossip.network.Spread;
import p2pgossip.ui.dialog.FileChoice.Kind;
import p2pgossip.ui.draw.Drawable;
import p2pgossip.ui.draw.Sketch;
import p2pgossip.ui.draw.SvgDrawing;
import p2pgossip.ui.keep.Exporter.Need;
import p2pgossip.ui.keep.Exporter.Saved;
import p2pgossip.ui.keep.Exporter.Section;
import p2pgossip.ui.keep.Exporter.Subject;
import p2pgossip.ui.keep.Exporter.Surroundings;
import p2pgossip.ui.keep.Exporter.Taking;
import p2pgossip.ui.keep.Exporter.Writing;
import p2pgossip.ui.print.Png;
import p2pgossip.ui.print.Sight;

/// All that a window can save, and in which kinds of file.
final class Exporters {

  static final Kind RECORDING_FILE = new Kind("Recording", RecordingFile.EXTENSION);

  static final Subject RECORDING =
      new Subject(
          "recording",
          Section.RECORDING,
          "Save the recording…",
          Feather.SAVE,
          "Save the recording",
          "gossip");

  private static final Subject NETWORK =
      new Subject(
          "network",
          Section.REST,
          "Network…",
          Feather.SHARE_2,
          "Save the network",
          "gossip-network");

  private static final Subject LOG =
      new Subject("log", Section.REST, "Log…", Feather.FILE_TEXT, "Save the log", "gossip");

  private static final Kind PNG = new Kind("Pixels, as on the screen", "png");
  private static final Kind SVG = new Kind("Vectors, of any size", "svg");
  private static final Kind GRAPHML = new Kind("GraphML", "graphml");
  private static final Kind GEXF = new Kind("GEXF, with the course of time", "gexf");
  private static final Kind DOT = new Kind("DOT, for Graphviz", "dot", "gv");
  private static final Kind TEXT = new Kind("Text", "log", "txt");
  private static final Kind JSON = new Kind("JSON lines", "jsonl");
  private static final Kind SHIVIZ = new Kind("ShiViz, of all peers that were watched", "shiviz");

  private static final Need A_PEER =
      source ->
          source.self() == null
              ? "There is no peer yet whose network could be saved. Start it first."
              : null;

  private static final Need A_CHART =
      source ->
          source.runs().isEmpty() ? "There is no rumour in the charts yet. Tell one first." : null;

  private Exporters() {}

  /// The list: in the order of the menu, and for each subject in that of the file chooser, of which
  /// the first is proposed.
  ///
  /// @param sights of which pictures can be taken
  static List<Exporter> all(List<Sight> sights) {
    List<Exporter> all = new ArrayList<>();
    all.add(new Exporter(RECORDING, RECORDING_FILE, Need.NOTHING, Exporters::recording));
    for (Sight sight : sights) {
      all.add(new Exporter(picture(sight), PNG, inView(sight), png(sight)));
      if (sight.drawn()) {
        all.add(new Exporter(picture(sight), SVG, inView(sight), svg(sight)));
      }
    }
    all.add(table("Coverage over time…", "coverage", ChartCsv.Table.COVERAGE));
    all.add(table("Period by period…", "periods", ChartCsv.Table.PERIODS));
    all.add(table("Figures…", "figures", ChartCsv.Table.FIGURES));
    all.add(table("Who heard it when…", "arrivals", ChartCsv.Table.ARRIVALS));
    all.add(new Exporter(NETWORK, GRAPHML, Need.NOTHING, Exporters::graphMl));
    all.add(new Exporter(NETWORK, GEXF, A_PEER, Exporters::gexf));
    all.add(new Exporter(NETWORK, DOT, Need.NOTHING, Exporters::dot));
    all.add(new Exporter(LOG, TEXT, Need.NOTHING, Exporters::text));
    all.add(new Exporter(LOG, JSON, Need.NOTHING, Exporters::json));
    all.add(new Exporter(LOG, SHIVIZ, Need.NOTHING, Exporters::shiviz));
    return List.copyOf(all);
  }

  private static Subject picture(Sight sight) {
    return new Subject(
        "picture-" + sight.id(),
        Section.PICTURES,
        "Of " + sight.words() + "…",
        Feather.IMAGE,
        "Save a picture",
        "gossip-" + sight.id());
  }

  private static Need inView(Sight sight) {
    return source -> source.shown(sight) == null ? sight.missing() : null;
  }

  private static Exporter table(String words, String name, ChartCsv.Table table) {
    return new Exporter(
        new Subject(
            name,
            Section.CHART_DATA,
            words,
            Feather.BAR_CHART_2,
            "Save chart data",
            "gossip-" + name),
        new Kind("Table", "csv"),
        A_CHART,
        (source, _) -> {
          List<ChartCsv.Run> runs = List.copyOf(source.runs());
          return (file, progress) -> {
            ChartCsv.write(file, table, runs, progress);
            return new Saved(runs.size() == 1 ? "1 rumour" : runs.size() + " rumours");
          };
        });
  }

  /// A picture as large as on the screen, without any controls.
  private static Taking png(Sight sight) {
    return (source, _) -> {
      Parent shown = Objects.requireNonNull(source.shown(sight));
      Image image = Png.take(shown);
      return (file, _) -> {
        Png.write(file, image);
        return new Saved(
            String.format(
                Locale.UK, "Picture of %.0f x %.0f pixels", image.getWidth(), image.getHeight()));
      };
    };
  }

  /// What is shown alone, drawn anew in vectors.
  private static Taking svg(Sight sight) {
    return (source, _) -> {
      Sketch sketch = source.shown(sight) instanceof Drawable shown ? shown.sketch() : null;
      String document = sketch == null ? "" : SvgDrawing.document(sketch);
      return (file, _) -> {
        if (document.isEmpty()) {
          throw new IOException("it shows nothing yet");
        }
        WholeFile.save(file, out -> out.write(document.getBytes(StandardCharsets.UTF_8)));
        return new Saved("Drawing of " + sight.words());
      };
    };
  }

  private static Writing recording(KeepSource source, Surroundings surroundings) {
    PeerAddress self = source.self();
    return (file, progress) -> {
      Recorded recorded = source.recorded();
      if (recorded.isEmpty()) {
        throw new IOException("nothing has been recorded yet");
      }
      RecordingFile.write(
          file, recorded, self, surroundings.program(), surroundings.clock().instant(), progress);
      return new Saved(counted(recorded.observations().size(), "observation"));
    };
  }

  private static Writing graphMl(KeepSource source, Surroundings surroundings) {
    NetworkPicture picture = source.picture();
    Spread chosen = source.chosen();
    return (file, _) -> {
      NetworkFiles.writeGraphMl(file, picture, chosen);
      return network(picture);
    };
  }

  private static Writing dot(KeepSource source, Surroundings surroundings) {
    NetworkPicture picture = source.picture();
    Spread chosen = source.chosen();
    return (file, _) -> {
      NetworkFiles.writeDot(file, picture, chosen);
      return network(picture);
    };
  }

  private static Saved network(NetworkPicture picture) {
    return new Saved(
        counted(picture.nodes().size(), "peer")
            + " and "
            + counted(picture.links().size(), "link"));
  }

  private static Writing gexf(KeepSource source, Surroundings surroundings) {
    PeerAddress self = Objects.requireNonNull(source.self());
    Spread chosen = source.chosen();
    RumorId rumor = chosen == null ? null : chosen.key();
    return (file, progress) -> {
      GexfFile.write(file, source.recorded(), self, rumor, progress);
      return new Saved("The network in the course of time");
    };
  }

  private static Writing text(KeepSource source, Surroundings surroundings) {
    List<JournalLine> lines = List.copyOf(source.lines());
    return (file, progress) -> {
      LogFiles.writeText(file, lines, new LineFormat(surroundings.zone().get()), progress);
      return new Saved(counted(lines.size(), "line"));
    };
  }

  private static Writing json(KeepSource source, Surroundings surroundings) {
    List<JournalLine> lines = List.copyOf(source.lines());
    return (file, progress) -> {
      LogFiles.writeJson(file, lines, progress);
      return new Saved(counted(lines.size(), "line"));
    };
  }

  private static Writing shiviz(KeepSource source, Surroundings surroundings) {
    return (file, progress) -> {
      ShivizLog.Written written = ShivizLog.write(file, source.recorded(), progress);
      return new Saved(
          counted(written.events(), "event"),
          written.leftOut() == 0
              ? ""
              : counted(written.leftOut(), "earlier event")
                  + (written.leftOut() == 1 ? " was" : " were")
                  + " left out: ShiViz could not draw them.");
    };
  }

  /// As in "1 line" and "2,000 lines".
  private static String counted(long count, String one) {
    return String.format(Locale.UK, "%,d %s", count, count == 1 ? one : one + "s");
  }
}
