package p2pgossip.ui.form;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import p2pgossip.gossip.Forwarding;
import p2pgossip.gossip.Interest;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Strategy;
import p2pgossip.ui.hint.Hint;

/// How rumours are spread: strategy, fanout, how likely a rumour is passed on, and when interest is
/// lost. Each change is in the value at once. FX thread only.
public final class SpreadingForm extends VBox {

  private static final double NUMBER_WIDTH = 70;

  private final ObjectProperty<Spreading> value =
      new SimpleObjectProperty<>(this, "value", Spreading.DEFAULT);
  private static final String FROM_NOW_ON =
      "Holds for what is heard from now on; older rumours go on as they came.";

  private final String remark;
  private final ComboBox<Strategy> strategy = new ComboBox<>();
  private final Label explanation = new Label();
  private final RoundsPicture spreading;
  private final NumberField fanout;
  private final FormField probability;
  private final NumberField floodHops;
  private final VBox chance;
  private final ComboBox<InterestChoice> interest = new ComboBox<>();
  private final Label loss = new Label();
  private final RoundsPicture losing;
  private final NumberField k;
  private final ReadOnlyBooleanWrapper good = new ReadOnlyBooleanWrapper(this, "good", true);

  /// That of the value as last shown.
  private double shownProbability = Double.NaN;

  /// Set while the controls follow the value.
  private boolean showing;

  public SpreadingForm() {
    this("", true, FROM_NOW_ON, false);
  }

  /// A form that leaves it to the caller to place its [#pictures], where it has to be low.
  public static SpreadingForm low() {
    return new SpreadingForm("", true, FROM_NOW_ON, true);
  }

  /// A form for peers that don't run yet.
  ///
  /// @param prefix stands before the ids by which the controls are found in the scene
  public static SpreadingForm ahead(String prefix) {
    return new SpreadingForm(prefix, true, "", false);
  }

  /// A form without the choice of when interest is lost.
  ///
  /// @param prefix stands before the ids by which the controls are found in the scene
  public static SpreadingForm brief(String prefix) {
    return new SpreadingForm(prefix, false, FROM_NOW_ON, false);
  }

  private SpreadingForm(String prefix, boolean complete, String remark, boolean low) {
    super(8);
    this.remark = remark;
    getStyleClass().add("spreading-form");
    spreading = new RoundsPicture(prefix + "strategy-picture");
    spreading.setAccessibleText("How a rumour spreads among eight peers by this strategy");
    losing = new RoundsPicture(prefix + "interest-picture");
    losing.setAccessibleText("How peers lose interest in a rumour");
    fanout =
        new NumberField(prefix + "fanout", "Fanout", 1, Spreading.GREATEST_FANOUT, 1, NUMBER_WIDTH);
    k = new NumberField(prefix + "interest-k", "k", 1, Interest.GREATEST_K, 1, NUMBER_WIDTH);
    probability =
        new FormField(
            prefix + "probability",
            "Probability p",
            Forwarding.DEFAULT.probabilityText(),
            "How likely a peer is to pass a rumour on, 0 to 1");
    floodHops =
        new NumberField(
            prefix + "flood-hops",
            "k hops",
            0,
            Forwarding.MOST_FLOOD_HOPS,
            Forwarding.DEFAULT.floodHops(),
            NUMBER_WIDTH);
    Hint.on(floodHops, "Over the first k hops every peer passes a rumour on");
    HBox.setHgrow(probability, Priority.ALWAYS);
    HBox chanceRow = new HBox(8, probability, floodHops);
    chanceRow.setAlignment(Pos.BOTTOM_LEFT);
    chance = new VBox(8, chanceRow, probability.errorLabel(), floodHops.errorLabel());
    chance.managedProperty().bind(chance.visibleProperty());
    strategy.setId(prefix + "strategy");
    strategy.getItems().setAll(Strategy.values());
    strategy.setConverter(new Labels());
    strategy.setAccessibleText("Strategy");
    strategy.setMaxWidth(Double.MAX_VALUE);
    explanation.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    explanation.setWrapText(true);
    loss.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    loss.setWrapText(true);
    interest.setId(prefix + "interest");
    interest.getItems().setAll(InterestChoice.values());
    interest.setAccessibleText("When interest in a rumour is lost");
    interest.setMaxWidth(Double.MAX_VALUE);
    strategy.valueProperty().addListener(change -> changed(spreading));
    fanout.valueProperty().addListener(change -> changed());
    probability.textProperty().addListener(change -> typed());
    floodHops.valueProperty().addListener(change -> changed());
    interest.valueProperty().addListener(change -> changed(losing));
    k.valueProperty().addListener(change -> changed());
    value.subscribe(this::show);
    VBox interests = new Named("Interest is lost", interest);
    HBox.setHgrow(interests, Priority.ALWAYS);
    HBox interestRow = new HBox(8, interests, k);
    interestRow.setAlignment(Pos.BOTTOM_LEFT);
    VBox strategies = new Named("Rumours spread by", strategy);
    HBox.setHgrow(strategies, Priority.ALWAYS);
    HBox strategyRow = new HBox(8, strategies, fanout);
    strategyRow.setAlignment(Pos.BOTTOM_LEFT);
    Node words = low ? explanation : explained(spreading, explanation);
    getChildren().addAll(strategyRow, fanout.errorLabel(), words, chance);
    if (complete) {
      getChildren().addAll(interestRow, k.errorLabel(), low ? loss : explained(losing, loss));
    }
    good.bind(
        fanout
            .errorProperty()
            .isEmpty()
            .and(k.errorProperty().isEmpty())
            .and(probability.errorProperty().isEmpty())
            .and(floodHops.errorProperty().isEmpty()));
  }

  /// The drawings of a [#low] form: how rumours spread, and how interest in them is lost.
  public HBox pictures() {
    return new HBox(10, captioned(spreading, "spreading"), captioned(losing, "losing interest"));
  }

  private static VBox captioned(RoundsPicture picture, String words) {
    Label caption = new Label(words);
    caption.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    VBox captioned = new VBox(2, picture, caption);
    captioned.setAlignment(Pos.CENTER);
    captioned.visibleProperty().bind(picture.visibleProperty());
    return captioned;
  }

  private static HBox explained(RoundsPicture picture, Label words) {
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(10, picture, words);
    row.setAlignment(Pos.CENTER_LEFT);
    picture.managedProperty().bind(picture.visibleProperty());
    return row;
  }

  public ObjectProperty<Spreading> valueProperty() {
    return value;
  }

  /// Whether all texts are valid. If not, the value has the last valid numbers.
  public ReadOnlyBooleanProperty goodProperty() {
    return good.getReadOnlyProperty();
  }

  private void show(Spreading shown) {
    showing = true;
    strategy.setValue(shown.strategy());
    explanation.setText((shown.strategy().words() + " " + remark).strip());
    fanout.setValue(shown.fanout());
    show(shown.forwarding());
    chance.setVisible(shown.strategy().forwardsByChance());
    InterestChoice choice = InterestChoice.of(shown.interest());
    interest.setValue(choice);
    k.setValue(shown.interest().k());
    loss.setText(choice.inWords(shown.interest().k()));
    boolean loses = shown.strategy().losesInterest();
    fanout.setDisable(!shown.strategy().isPeriodic());
    interest.setDisable(!loses);
    k.setDisable(!loses || !choice.hasK());
    losing.setVisible(loses && choice.hasK());
    spreading.show(unending(shown));
    losing.show(shown);
    showing = false;
  }

  /// The same, so that the strategy alone is seen.
  private static Spreading unending(Spreading with) {
    return new Spreading(
        with.strategy(), with.fanout(), Interest.NEVER_LOST, with.hopLimit(), with.forwarding());
  }

  /// Typed text stays, unless the value has changed.
  private void show(Forwarding forwarding) {
    boolean typed = probability().filter(p -> p == forwarding.probability()).isPresent();
    if (!typed && forwarding.probability() != shownProbability) {
      probability.textProperty().set(forwarding.probabilityText());
    }
    shownProbability = forwarding.probability();
    floodHops.setValue(forwarding.floodHops());
  }

  private Optional<Double> probability() {
    return Forwarding.readProbability(probability.textProperty().get().replace(',', '.'));
  }

  private void typed() {
    probability
        .errorProperty()
        .set(probability().isEmpty() ? "Probability p: a number from 0 to 1, such as 0.7." : "");
    changed();
  }

  /// Plays what the user has chosen.
  private void changed(RoundsPicture picture) {
    boolean chosen = !showing;
    changed();
    if (chosen) {
      picture.play();
    }
  }

  private void changed() {
    if (!showing) {
      value.set(
          new Spreading(
              strategy.getValue(),
              fanout.value(),
              interest.getValue().with(k.value()),
              value.get().hopLimit(),
              new Forwarding(
                  probability().orElse(value.get().forwarding().probability()),
                  floodHops.value())));
    }
  }

  /// Strategies by their labels.
  private static final class Labels extends StringConverter<Strategy> {
    @Override
    public String toString(Strategy strategy) {
      return strategy == null ? "" : strategy.label();
    }

    @Override
    public Strategy fromString(String label) {
      return Strategy.labelled(label);
    }
  }
}
