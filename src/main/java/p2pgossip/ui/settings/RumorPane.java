package p2pgossip.ui.settings;

import atlantafx.base.controls.ToggleSwitch;
import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import p2pgossip.ui.form.SpreadingForm;
import p2pgossip.ui.hint.Hint;
import p2pgossip.ui.model.PeerViewModel;

/// How this peer passes rumours on, and whether it also sends sentences. Every change takes effect
/// at once.
final class RumorPane extends VBox {

  RumorPane(PeerViewModel model) {
    getStyleClass().add("form-section");
    SpreadingForm spreading = new SpreadingForm();
    model
        .settingsProperty()
        .subscribe(settings -> spreading.valueProperty().set(settings.spreading()));
    spreading
        .valueProperty()
        .subscribe(value -> model.change(settings -> settings.withSpreading(value)));
    ToggleSwitch sentences = new ToggleSwitch();
    sentences.setId("sentences");
    sentences.setAccessibleText("Sentences: send each neighbour one every period");
    Hint.on(sentences, "Off: a single rumour stands alone on the screen");
    model.settingsProperty().subscribe(settings -> sentences.setSelected(settings.sentences()));
    sentences
        .selectedProperty()
        .subscribe(on -> model.change(settings -> settings.withSentences(on)));
    Label name = new Label("Sentences");
    name.getStyleClass().add("form-label");
    Label what = new Label("Send one each period, too");
    what.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    VBox words = new VBox(2, name, what);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(8, words, sentences);
    row.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(Headings.of("Rumours"), spreading, row);
  }
}
