package p2pgossip.ui.settings;

import atlantafx.base.controls.ToggleSwitch;
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
    SwitchRow row = new SwitchRow("Sentences", "Send one each period, too", sentences);
    getChildren().addAll(Headings.of("Rumours"), spreading, row);
  }
}
