package p2pgossip.ui.tuning;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Forwarding;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Tuning;
import p2pgossip.gossip.Tuning.Speech;
import p2pgossip.ui.form.SettingsForm;

/// The settings that the user wants other peers to have, as they are typed. No controls.
public final class TuningDraft {

  private final SettingsForm form = new SettingsForm();
  private final BooleanProperty update = new SimpleBooleanProperty(this, "update");
  private final BooleanProperty paused = new SimpleBooleanProperty(this, "paused");
  private final ObjectProperty<Spreading> spreading =
      new SimpleObjectProperty<>(this, "spreading", Spreading.DEFAULT);
  private final BooleanProperty spreadingGood =
      new SimpleBooleanProperty(this, "spreadingGood", true);
  private PeerSettings before = PeerSettings.DEFAULT;

  public TuningDraft() {
    begin(PeerSettings.DEFAULT);
  }

  /// Holds the period and the text, and says what is wrong with them.
  SettingsForm form() {
    return form;
  }

  public StringProperty periodProperty() {
    return form.periodProperty();
  }

  public StringProperty textProperty() {
    return form.textProperty();
  }

  public BooleanProperty updateProperty() {
    return update;
  }

  public BooleanProperty pausedProperty() {
    return paused;
  }

  public ObjectProperty<Spreading> spreadingProperty() {
    return spreading;
  }

  /// Whether the fields of how rumours are spread are valid. Set by the controls.
  BooleanProperty spreadingGoodProperty() {
    return spreadingGood;
  }

  /// Everything that changes the difference.
  Observable[] parts() {
    return new Observable[] {
      form.periodProperty(), form.textProperty(), update, paused, spreading, spreadingGood,
    };
  }

  /// Follows the settings of the same peer: what has changed there is shown, and the rest stays as
  /// it is typed.
  public void show(PeerSettings settings) {
    if (!settings.period().equals(before.period())) {
      form.periodProperty().set(SettingsForm.seconds(settings.period()));
    }
    if (!Objects.equals(settings.text(), before.text())) {
      form.textProperty().set(settings.text() == null ? "" : settings.text());
    }
    if (settings.update() != before.update()) {
      update.set(settings.update());
    }
    if (settings.paused() != before.paused()) {
      paused.set(settings.paused());
    }
    if (!settings.spreading().equals(before.spreading())) {
      spreading.set(settings.spreading());
    }
    before = settings;
  }

  /// Begins with these settings, and forgets what was typed.
  public void begin(PeerSettings settings) {
    before = settings;
    form.periodProperty().set(SettingsForm.seconds(settings.period()));
    form.textProperty().set(settings.text() == null ? "" : settings.text());
    update.set(settings.update());
    paused.set(settings.paused());
    spreading.set(settings.spreading());
  }

  /// What is to be changed to get the wanted settings; empty if a text is invalid.
  public Optional<Tuning> difference() {
    return isGood() ? Optional.of(Tuning.between(before, wanted())) : Optional.empty();
  }

  /// Exactly these parts, as they are typed; empty if one of them is invalid, or there are none.
  public Optional<Tuning> only(Set<TuningPart> parts) {
    boolean badPeriod = parts.contains(TuningPart.PERIOD) && form.period().isEmpty();
    boolean badText = parts.contains(TuningPart.TEXT) && !isTextGood();
    boolean badSpreading = parts.contains(TuningPart.SPREADING) && !spreadingGood.get();
    if (badPeriod || badText || badSpreading || parts.isEmpty()) {
      return Optional.empty();
    }
    boolean spreads = parts.contains(TuningPart.SPREADING);
    return Optional.of(
        new Tuning(
            parts.contains(TuningPart.PERIOD) ? form.period().orElseThrow() : null,
            parts.contains(TuningPart.UPDATE) ? update.get() : null,
            parts.contains(TuningPart.PAUSED) ? paused.get() : null,
            parts.contains(TuningPart.TEXT) ? new Speech(text()) : null,
            spreads ? spreading.get().strategy() : null,
            spreads ? spreading.get().fanout() : null,
            spreads ? wantedForwarding() : null));
  }

  private boolean isGood() {
    return form.period().isPresent() && isTextGood() && spreadingGood.get();
  }

  private boolean isTextGood() {
    return form.textErrorProperty().get().isEmpty();
  }

  private String text() {
    return form.textProperty().get().strip();
  }

  private PeerSettings wanted() {
    return before
        .withPeriod(form.period().orElseThrow())
        .withText(text())
        .withUpdate(update.get())
        .withPaused(paused.get())
        .withSpreading(
            before
                .spreading()
                .withStrategy(spreading.get().strategy())
                .withFanout(spreading.get().fanout())
                .withForwarding(spreading.get().forwarding()));
  }

  /// Null if the strategy has no use for it: a peer of an older version refuses what it does not
  /// know.
  private @Nullable Forwarding wantedForwarding() {
    Spreading wanted = spreading.get();
    return wanted.strategy().forwardsByChance() ? wanted.forwarding() : null;
  }
}
