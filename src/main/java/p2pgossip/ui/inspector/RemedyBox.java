package p2pgossip.ui.inspector;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.ui.hint.Hint;
import p2pgossip.ui.model.PeerViewModel;
import p2pgossip.ui.model.Remedy;

/// What to do about a peer that is refused, with a button that does it. Takes no room otherwise.
final class RemedyBox extends VBox {

  private final PeerViewModel model;
  private final Runnable givePassword;
  private final Label words = new Label();
  private final Button act = new Button();
  private final Button yes = new Button("Trust it", new FontIcon(Feather.CHECK));
  private final HBox sure = new HBox(8);
  private Remedy remedy = Remedy.NONE;
  private @Nullable PeerAddress peer;

  /// @param givePassword moves the focus to the field for the password
  RemedyBox(PeerViewModel model, Runnable givePassword) {
    super(8);
    this.model = model;
    this.givePassword = givePassword;
    words.setId("remedy-words");
    words.setWrapText(true);
    words.getStyleClass().add(Styles.TEXT_SMALL);
    act.setId("remedy");
    act.setMaxWidth(Double.MAX_VALUE);
    act.getStyleClass().add(Styles.ACCENT);
    act.setOnAction(event -> act());
    act.managedProperty().bind(act.visibleProperty());
    yes.setId("remedy-sure");
    yes.getStyleClass().add(Styles.DANGER);
    Hint.on(yes, "Forget the key that was there before, and trust the one that is there now");
    yes.setOnAction(
        event -> {
          if (peer != null) {
            model.security().trustAnew(peer);
          }
          ask(false);
        });
    Button no = new Button("Cancel");
    no.setId("remedy-unsure");
    no.setOnAction(event -> ask(false));
    sure.getChildren().addAll(yes, no);
    sure.managedProperty().bind(sure.visibleProperty());
    managedProperty().bind(visibleProperty());
    getChildren().addAll(words, act, sure);
    ask(false);
    setVisible(false);
  }

  /// @param selected null for this peer itself
  void show(@Nullable PeerAddress selected) {
    Remedy next = selected == null ? Remedy.NONE : model.security().remedy(selected);
    boolean same = next == remedy && (selected == null ? peer == null : selected.equals(peer));
    if (same) {
      return;
    }
    remedy = next;
    peer = selected;
    setVisible(next != Remedy.NONE);
    ask(false);
  }

  private void ask(boolean asking) {
    act.setVisible(!asking);
    sure.setVisible(asking);
    words.setText(asking ? askedWords() : plainWords());
    switch (remedy) {
      case NONE -> act.setText("");
      case GIVE_PASSWORD -> label("Give a password", Feather.KEY);
      case TRUST_ANEW -> label("Trust its new key …", Feather.REFRESH_CW);
      case TRY_AGAIN -> label("Try again", Feather.ROTATE_CW);
    }
  }

  private void label(String text, Feather icon) {
    act.setText(text);
    act.setGraphic(new FontIcon(icon));
  }

  private String plainWords() {
    return switch (remedy) {
      case NONE -> "";
      case GIVE_PASSWORD -> "The two need the same password. Both sides try again by themselves.";
      case TRUST_ANEW ->
          "If it was set up again, a new key is to be expected: ask its user for the"
              + " fingerprint, and compare.";
      case TRY_AGAIN -> "Try again once the other side is mended.";
    };
  }

  private static String askedWords() {
    return "Whichever peer answers there next will be trusted, even if it is another one. Trust"
        + " it?";
  }

  private void act() {
    switch (remedy) {
      case NONE -> {
        // There is no button in this case.
      }
      case GIVE_PASSWORD -> givePassword.run();
      case TRUST_ANEW -> {
        ask(true);
        yes.requestFocus();
      }
      case TRY_AGAIN -> {
        if (peer != null) {
          model.connect(peer);
        }
      }
    }
  }
}
