package p2pgossip.ui.log;

import atlantafx.base.theme.Styles;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ScrollPane.ScrollBarPolicy;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.ui.lines.LogFilter;
import p2pgossip.ui.lines.LogModel;

/// Says how the log is filtered. Shown only while it is.
final class FilterBar extends HBox {

  private final LogModel model;
  private final HBox chips = new HBox();
  private final Label counts = new Label();

  FilterBar(LogModel model) {
    this.model = model;
    getStyleClass().add("filter-bar");
    setAlignment(Pos.CENTER_LEFT);
    chips.getStyleClass().add("chips");
    chips.setAlignment(Pos.CENTER_LEFT);

    // Chips that don't fit into the row are reached by the wheel or with Tab.
    ScrollPane strip = new ScrollPane(chips);
    strip.getStyleClass().addAll("strip");
    strip.setHbarPolicy(ScrollBarPolicy.NEVER);
    strip.setVbarPolicy(ScrollBarPolicy.NEVER);
    strip.setFitToHeight(true);
    strip.setFocusTraversable(false);
    strip.setMinWidth(0);
    HBox.setHgrow(strip, Priority.ALWAYS);

    counts.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    counts.setMinWidth(USE_PREF_SIZE);
    Button clear = new Button("Clear filter");
    clear.getStyleClass().addAll(Styles.SMALL, Styles.FLAT, Styles.ACCENT, "clear-filter");
    clear.setMinWidth(USE_PREF_SIZE);
    // Where nothing is shown, the list itself offers this.
    clear.visibleProperty().bind(Bindings.isNotEmpty(model.shown()));
    clear.managedProperty().bind(clear.visibleProperty());
    clear.setOnAction(_ -> model.setFilter(LogFilter.ALL));
    getChildren().addAll(strip, counts, clear);

    managedProperty().bind(visibleProperty());
    model.filterProperty().subscribe(this::show);
    model.shown().addListener((ListChangeListener<Object>) _ -> count());
    model.totalProperty().subscribe(_ -> count());
  }

  private void show(LogFilter filter) {
    setVisible(!filter.acceptsAll());
    chips.getChildren().clear();
    filter.only().forEach(peer -> addChip(peer, "Only", Feather.EYE));
    filter.hidden().forEach(peer -> addChip(peer, "Not", Feather.EYE_OFF));
  }

  private void addChip(PeerAddress peer, String word, Feather icon) {
    Button chip = new Button(word + " " + peer, new FontIcon(icon));
    chip.getStyleClass().addAll(Styles.SMALL, Styles.ROUNDED, "chip");
    chip.setMinWidth(USE_PREF_SIZE);
    Buttons.explain(chip, "Remove the filter “" + word.toLowerCase(Locale.UK) + " " + peer + "”");
    chip.setOnAction(_ -> model.setFilter(model.filterProperty().get().withoutPeer(peer)));
    chips.getChildren().add(chip);
  }

  private void count() {
    counts.setText(
        Counts.number(model.shown().size()) + " of " + Counts.number(model.totalProperty().get()));
  }
}
