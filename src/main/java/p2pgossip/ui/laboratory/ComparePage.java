package p2pgossip.ui.laboratory;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import p2pgossip.file.CsvTable;
import p2pgossip.laboratory.KeptResult;
import p2pgossip.laboratory.ResultSet;
import p2pgossip.laboratory.ResultSet.Entry;
import p2pgossip.laboratory.SetCharts;
import p2pgossip.laboratory.SetCharts.Group;
import p2pgossip.laboratory.SweepWords;
import p2pgossip.sweep.Measure;
import p2pgossip.ui.chart.Chart;
import p2pgossip.ui.chart.PlotCard;
import p2pgossip.ui.empty.EmptyState;
import p2pgossip.ui.form.Named;
import p2pgossip.ui.scroll.DirectScrollPane;
import p2pgossip.ui.theme.RolePalette;

/// Results that were kept on other pages, on the same charts. FX thread only.
final class ComparePage extends StackPane implements Page, Keeper, WatchedWork.Watcher {

  private static final double CHOICE_WIDTH = 230;

  private final Runnable wanted;
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(this, "title", "Compare");
  private final ResultList list = new ResultList(this::rename, this::remove);
  private final ComboBox<Shown> measures = new ComboBox<>();
  private final ComboBox<Less> references = new ComboBox<>();
  private final PlotCard coverage =
      new PlotCard(
          "compare-coverage",
          "Coverage",
          "The share of the peers that have heard the rumour, after each round: of many runs the"
              + " median, and, if no more than two results have a curve, the band in which 90 % of"
              + " the runs are.");
  private final CurveLegend curves = new CurveLegend();
  private final CardGrid grid = new CardGrid();
  private final Label luck = RunForm.muted("");
  private final CompareTable table = new CompareTable();
  private final Trouble trouble = new Trouble("compare-trouble");
  private final VBox content;
  private final WatchedWork work = new WatchedWork(this, () -> {});
  private final List<SweepCard> cards = new ArrayList<>();
  private List<String> headings = List.of();
  private List<Group> groups = List.of();
  private ResultSet set = new ResultSet(List.of());
  private RolePalette palette = RolePalette.LIGHT;

  /// Set while the choices follow the set.
  private boolean following;

  /// A measure by its name.
  private record Shown(Measure measure) {
    @Override
    public String toString() {
      return SweepWords.name(measure);
    }
  }

  /// With which the others are compared; null for none.
  private record Less(@Nullable Entry entry) {
    @Override
    public String toString() {
      return entry == null ? "nothing: show the means" : entry.name();
    }

    boolean isSameAs(Less other) {
      return entry == null
          ? other.entry == null
          : other.entry != null && entry.mark() == other.entry.mark();
    }
  }

  /// @param wanted brings this page to the front
  ComparePage(Runnable wanted) {
    super();
    this.wanted = wanted;
    measures.setId("compare-measure");
    measures.setPrefWidth(CHOICE_WIDTH);
    measures.valueProperty().subscribe((_, _) -> chosen());
    references.setId("compare-less");
    references.setPrefWidth(CHOICE_WIDTH);
    references.valueProperty().subscribe((_, _) -> chosen());
    luck.setId("compare-luck");
    luck.setMinHeight(USE_PREF_SIZE);
    luck.managedProperty().bind(luck.textProperty().isNotEmpty());
    coverage.setLegend(curves);
    EmptyState empty = new EmptyState(Feather.BOOKMARK);
    empty.say(
        new EmptyState.Words(
            "One result beside another",
            "Press Keep beside a result on the pages One run, Many runs and Sweep. What you keep"
                + " comes together here, with names that you can edit, on the same charts."));
    VBox.setVgrow(grid, Priority.ALWAYS);
    VBox pictures = new VBox(10, grid, luck, table);
    DirectScrollPane scroll = new DirectScrollPane(pictures);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("lab-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    content = new VBox(10, choices(), scroll);
    content.setVisible(false);
    empty.visibleProperty().bind(content.visibleProperty().not());
    StackPane middle = new StackPane(empty, content);
    VBox.setVgrow(middle, Priority.ALWAYS);
    VBox all = new VBox(10, trouble, middle);
    all.getStyleClass().add("lab-page");
    getChildren().add(all);
  }

  private Node choices() {
    HBox choices =
        new HBox(14, new Named("Measure", measures), new Named("Differences from", references));
    choices.setAlignment(Pos.BOTTOM_LEFT);
    return choices;
  }

  /// What it is called, with the number of results.
  ReadOnlyStringProperty titleProperty() {
    return title.getReadOnlyProperty();
  }

  @Override
  public Parts parts() {
    return new Parts("Compare", this, list, new SimpleBooleanProperty(false), work);
  }

  @Override
  public boolean runs() {
    return false;
  }

  @Override
  public void run() {}

  @Override
  public boolean frame(double seconds) {
    return false;
  }

  @Override
  public void ended(String words) {}

  @Override
  public void keep(List<KeptResult> results) {
    if (results.isEmpty()) {
      return;
    }
    if (!set.hasRoomFor(results.size())) {
      trouble.setText(refusal(results.size()));
      wanted.run();
      return;
    }
    ResultSet more = set;
    for (KeptResult result : results) {
      more = more.with(result);
    }
    show(more);
  }

  private String refusal(int more) {
    int there = set.entries().size();
    return more > ResultSet.MOST
        ? ("These are %s lines, and up to %s results can be told apart. Vary fewer values, or turn"
                + " the two axes of the sweep.")
            .formatted(more, ResultSet.MOST)
        : "Up to %s results can be told apart; there %s, and %s would be added. Remove some first."
            .formatted(ResultSet.MOST, there == 1 ? "is 1" : "are " + there, more);
  }

  private void rename(int mark, String name) {
    show(set.renamed(mark, name));
  }

  private void remove(int mark) {
    show(set.without(mark));
  }

  private void show(ResultSet now) {
    set = now;
    trouble.setText("");
    int count = set.entries().size();
    title.set(count == 0 ? "Compare" : "Compare (" + count + ")");
    list.show(set);
    content.setVisible(count > 0);
    offer();
    draw();
  }

  /// Offers the measures and the results that there are. What is chosen stays, if it is there.
  private void offer() {
    following = true;
    Shown measure = measures.getValue();
    List<Shown> known = set.measures().stream().map(Shown::new).toList();
    measures.getItems().setAll(known);
    measures.setValue(known.contains(measure) ? measure : first(known));
    Less before = references.getValue();
    List<Less> others =
        Stream.concat(Stream.of(new Less(null)), set.entries().stream().map(Less::new)).toList();
    references.getItems().setAll(others);
    references.setValue(
        others.stream()
            .filter(less -> before != null && less.isSameAs(before))
            .findFirst()
            .orElse(others.getFirst()));
    following = false;
  }

  /// What is shown at first: most results reach all, and differ in how long that takes.
  private static @Nullable Shown first(List<Shown> known) {
    Shown usual = new Shown(Measure.T_LAST);
    return known.contains(usual) ? usual : known.isEmpty() ? null : known.getFirst();
  }

  private void chosen() {
    if (!following) {
      draw();
    }
  }

  private @Nullable Entry reference() {
    Less less = references.getValue();
    return less == null ? null : less.entry();
  }

  private void draw() {
    Shown shown = measures.getValue();
    if (shown == null) {
      return;
    }
    Entry reference = reference();
    groups = SetCharts.of(set, shown.measure(), reference);
    boolean hasCurves = drawCoverage();
    List<String> wantedHeadings = groups.stream().map(Group::heading).toList();
    if (!wantedHeadings.equals(headings)) {
      headings = wantedHeadings;
      cards.clear();
      for (int each = 0; each < groups.size(); each++) {
        cards.add(card(each, headings.get(each), shown.measure()));
      }
    }
    List<Node> pictures = new ArrayList<>();
    if (hasCurves) {
      pictures.add(coverage.card());
    }
    for (int each = 0; each < groups.size(); each++) {
      Group group = groups.get(each);
      SweepCard card = cards.get(each);
      card.show(group.lines(), SweepCard.legend(group.lines()), group.unit(), -1, group::reading);
      pictures.add(card.card());
    }
    if (!grid.getChildrenUnmodifiable().equals(pictures)) {
      grid.show(pictures);
    }
    luck.setText(reference == null ? "" : String.join("\n", SetCharts.luck(set, reference)));
    table.show(
        SetCharts.figures(set, shown.measure(), reference),
        SweepWords.name(shown.measure()),
        reference == null ? "" : reference.name());
  }

  private SweepCard card(int number, String heading, Measure measure) {
    SweepCard card =
        new SweepCard(
            "compare",
            String.valueOf(number),
            heading,
            SweepWords.definition(measure),
            _ -> {},
            () -> {});
    card.showLegend();
    card.setPalette(palette);
    return card;
  }

  private boolean drawCoverage() {
    List<Entry> entries =
        set.entries().stream().filter(entry -> entry.result().curve() != null).toList();
    if (entries.isEmpty()) {
      return false;
    }
    Chart chart = CurveCharts.compared(entries);
    coverage.show(chart, "");
    curves.show(chart.series(), palette);
    return true;
  }

  @Override
  public List<Printed> prints() {
    List<Printed> prints = new ArrayList<>();
    Shown shown = measures.getValue();
    if (!content.isVisible() || shown == null) {
      return prints;
    }
    if (grid.getChildrenUnmodifiable().contains(coverage.card())) {
      prints.add(Printed.of(coverage));
    }
    ResultSet now = set;
    Entry reference = reference();
    List<Measure> measured = List.of(shown.measure());
    for (int each = 0; each < groups.size(); each++) {
      List<Entry> entries = groups.get(each).entries();
      prints.add(
          cards
              .get(each)
              .printed(
                  out -> {
                    try (CsvTable csv = new CsvTable(out, SetCharts.COLUMNS)) {
                      SetCharts.table(new ResultSet(entries), measured, reference)
                          .forEach(csv::row);
                    }
                  }));
    }
    prints.add(
        new Printed(
            "All figures",
            table,
            null,
            out -> {
              try (CsvTable csv = new CsvTable(out, SetCharts.COLUMNS)) {
                SetCharts.table(now, now.measures(), reference).forEach(csv::row);
              }
            }));
    return prints;
  }

  @Override
  public void setPalette(RolePalette newPalette) {
    palette = newPalette;
    list.setPalette(palette);
    coverage.setPalette(palette);
    cards.forEach(card -> card.setPalette(palette));
    draw();
  }
}
