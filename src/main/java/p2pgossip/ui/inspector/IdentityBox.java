package p2pgossip.ui.inspector;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import p2pgossip.gossip.Fingerprint;
import p2pgossip.gossip.Neighbor;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.ui.form.FingerprintBox;
import p2pgossip.ui.model.PeerViewModel;

/// The key by which a peer is known, or a note that connections to it are plain.
final class IdentityBox extends VBox {

  private final PeerViewModel model;
  private final Label words = new Label();
  private final FontIcon icon = new FontIcon(Feather.LOCK);
  private final FingerprintBox digits = new FingerprintBox("its-fingerprint");
  private final Label hint = new Label("Compare it with what the other window shows.");

  IdentityBox(PeerViewModel model) {
    super(4);
    this.model = model;
    words.setId("its-encryption");
    words.setGraphic(icon);
    words.setWrapText(true);
    words.getStyleClass().add("form-label");
    hint.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    hint.setWrapText(true);
    digits.managedProperty().bind(digits.visibleProperty());
    hint.visibleProperty().bind(digits.visibleProperty());
    hint.managedProperty().bind(hint.visibleProperty());
    managedProperty().bind(visibleProperty());
    getChildren().addAll(words, digits, hint);
  }

  /// @param selected null for this peer itself, whose key the form shows
  void show(@Nullable PeerAddress selected) {
    Neighbor neighbor = selected == null ? null : model.neighbor(selected).orElse(null);
    setVisible(neighbor != null);
    if (neighbor == null) {
      return;
    }
    Fingerprint fingerprint = neighbor.fingerprint();
    boolean encrypted = model.security().isEncrypted();
    icon.setIconCode(encrypted ? Feather.LOCK : Feather.UNLOCK);
    digits.setVisible(fingerprint != null);
    if (fingerprint != null) {
      digits.show(fingerprint);
      words.setText("Encrypted; known by its key:");
    } else {
      words.setText(encrypted ? "Its key has not been seen yet." : "Plain HTTP, not encrypted");
    }
  }
}
