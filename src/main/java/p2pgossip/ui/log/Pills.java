package p2pgossip.ui.log;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import p2pgossip.ui.lines.LogModel;

/// Small buttons over the end of the list, shown while the newest line is not in view: because the
/// user has scrolled away from it, or because the log is paused.
final class Pills extends HBox {

  private final LogModel model;
  private final LineView list;
  private final Button jump = pill(Feather.ARROW_DOWN, "jump");
  private final Button resume = pill(Feather.PLAY, "resume");

  Pills(LogModel model, LineView list) {
    this.model = model;
    this.list = list;
    getStyleClass().add("pills");
    setAlignment(Pos.BOTTOM_RIGHT);
    setPickOnBounds(false);
    getChildren().addAll(jump, resume);
    jump.setOnAction(
        _ -> {
          list.follow();
          list.requestFocus();
        });
    resume.setOnAction(_ -> model.resume());
    list.followingProperty().subscribe(_ -> update());
    list.unseenProperty().subscribe(_ -> update());
    model.pausedProperty().subscribe(_ -> update());
    model.waitingProperty().subscribe(_ -> update());
  }

  private static Button pill(Feather icon, String style) {
    Button button = new Button("", new FontIcon(icon));
    button.getStyleClass().addAll(Styles.SMALL, Styles.ROUNDED, "pill", style);
    button.managedProperty().bind(button.visibleProperty());
    return button;
  }

  private void update() {
    int unseen = list.unseenProperty().get();
    jump.setVisible(!list.followingProperty().get());
    jump.setText(
        unseen == 0 ? "Jump to newest" : "Jump to newest (" + Counts.number(unseen) + " new)");
    resume.setVisible(model.pausedProperty().get());
    resume.setText("Paused, " + Counts.number(model.waitingProperty().get()) + " waiting: resume");
  }
}
