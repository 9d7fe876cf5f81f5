package p2pgossip.ui.spread;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import p2pgossip.network.MeasuredSpread;
import p2pgossip.story.Mark;
import p2pgossip.ui.chart.PlotCard;
import p2pgossip.ui.chart.SeriesLook;
import p2pgossip.ui.chart.SeriesStyles;
import p2pgossip.ui.chart.SpreadMoments;
import p2pgossip.ui.theme.RolePalette;

/// The coverage of rumours against time, alone. FX thread only.
public final class CoverageView {

  private static final ChartKind KIND = new CoverageChart();

  private final PlotCard card = new PlotCard("coverage-alone", KIND.heading(), KIND.definition());
  private final SpreadLegend legend;
  private final SpreadActions actions;
  private final SeriesStyles styles = new SeriesStyles();
  private final SpreadMoments moments = new SpreadMoments(false);
  private @Nullable List<DrawnSpread> drawn;
  private RolePalette palette = RolePalette.LIGHT;

  /// @param actions what the user can do: go to a moment, and take away one of several
  public CoverageView(SpreadActions actions) {
    this.actions = actions;
    legend = new SpreadLegend(actions::remove);
    legend.setMinHeight(Region.USE_PREF_SIZE);
    card.setLegend(legend);
  }

  public Region node() {
    return card.card();
  }

  /// Keeps it sharp where it is shown magnified.
  public void setMagnification(double magnification) {
    card.setMagnification(magnification);
  }

  public void setDark(boolean dark) {
    palette = RolePalette.of(dark);
    card.setPalette(palette);
  }

  /// Shows these spreads, laid over one another. Cheap if nothing has changed.
  ///
  /// @param spreads the chosen one first; those for which there is no look are left out
  /// @param marks what happened in the network of the first, in the order of the times
  public void show(List<NamedSpread> spreads, List<Mark> marks) {
    Map<String, SeriesLook> looks =
        styles.assign(spreads.stream().map(NamedSpread::key).distinct().toList());
    List<DrawnSpread> now = new ArrayList<>();
    List<NamedSpread> named = new ArrayList<>();
    for (NamedSpread spread : spreads) {
      SeriesLook look = looks.get(spread.key());
      if (look != null) {
        named.add(spread);
        now.add(DrawnSpread.of(spread.name(), look, spread.measured()));
      }
    }
    if (!now.equals(drawn)) {
      draw(now);
    }
    legend.show(named, looks, palette);
    drawn = now;
    MeasuredSpread first = spreads.isEmpty() ? null : spreads.getFirst().measured();
    card.mark(moments.of(first, marks), actions::seek);
  }

  private void draw(List<DrawnSpread> all) {
    if (all.isEmpty()) {
      card.showNothing("Tell a rumour to see how far it comes.");
    } else {
      card.show(KIND.of(all, Against.TIME), KIND.remark(all, Against.TIME));
    }
  }
}
