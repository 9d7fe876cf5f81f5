package p2pgossip.ui.window;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;
import p2pgossip.export.ChartCsv;
import p2pgossip.export.RecordingFile;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.RumorId;
import p2pgossip.journal.JournalLine;
import p2pgossip.journal.LineKind;
import p2pgossip.network.Ending;
import p2pgossip.network.MeasuredSpread;
import p2pgossip.network.NetworkPicture;
import p2pgossip.network.Recorded;
import p2pgossip.network.RumorSummary;
import p2pgossip.network.Spread;
import p2pgossip.ui.command.WindowActions;
import p2pgossip.ui.graph.GraphPane;
import p2pgossip.ui.keep.KeepActions;
import p2pgossip.ui.keep.KeepSource;
import p2pgossip.ui.model.KeptRun;
import p2pgossip.ui.model.NetworkView;
import p2pgossip.ui.model.NetworkViewModel;
import p2pgossip.ui.model.PeerViewModel;
import p2pgossip.ui.print.Sight;
import p2pgossip.ui.spread.NamedSpread;
import p2pgossip.ui.window.deck.DeckTabs;

/// What a window can save. The result is told in the log, and a recording is opened in a window of
/// its own. FX thread only, except where the interfaces say otherwise.
final class WindowKeep implements KeepSource, KeepActions {

  private final PeerViewModel model;
  private final NetworkViewModel network;
  private final WindowActions actions;
  private final Function<Sight, @Nullable Parent> shown;

  /// @param shown what a picture is taken of; null while it is not on the screen
  WindowKeep(PeerViewModel model, WindowActions actions, Function<Sight, @Nullable Parent> shown) {
    this.model = model;
    this.network = model.network();
    this.actions = actions;
    this.shown = shown;
  }

  @Override
  public @Nullable PeerAddress self() {
    return network.self();
  }

  @Override
  public Recorded recorded() {
    return network.recorded();
  }

  @Override
  public Set<RumorId> finished() {
    return network.view().rumors().stream()
        .filter(RumorSummary::over)
        .map(RumorSummary::key)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public NetworkPicture picture() {
    Spread chosen = chosen();
    Ending ending = chosen == null ? null : chosen.ending();
    // A rumour that is over is saved with the network in which it spread, whatever has become of
    // that network.
    return ending == null ? network.view().picture() : ending.network().picture();
  }

  @Override
  public @Nullable Spread chosen() {
    return network.view().spread();
  }

  @Override
  public List<ChartCsv.Run> runs() {
    List<ChartCsv.Run> runs = new ArrayList<>();
    NetworkView view = network.view();
    for (MeasuredSpread measured : view.spreads()) {
      runs.add(run(NamedSpread.name(measured.spread()), measured.spread()));
    }
    for (KeptRun run : view.runs()) {
      runs.add(run(run.name(), run.measured().spread()));
    }
    return runs;
  }

  private ChartCsv.Run run(String name, Spread spread) {
    Ending ending = spread.ending();
    NetworkPicture among = ending == null ? network.view().picture() : ending.network().picture();
    return new ChartCsv.Run(name, spread, among.names());
  }

  @Override
  public List<JournalLine> lines() {
    return model.journal().log().shown();
  }

  @Override
  public List<Sight> sights() {
    return Stream.concat(Stream.of(GraphPane.SIGHT), DeckTabs.SIGHTS.stream()).toList();
  }

  @Override
  public @Nullable Parent shown(Sight sight) {
    return shown.apply(sight);
  }

  @Override
  public void opened(Path file, RecordingFile.Opened recording) {
    actions.openRecording(file, recording);
  }

  @Override
  public void succeeded(String sentence) {
    model.journal().tell(LineKind.NOTE, null, sentence);
  }

  @Override
  public void failed(String sentence) {
    model.journal().tell(LineKind.ERROR, null, sentence);
  }
}
