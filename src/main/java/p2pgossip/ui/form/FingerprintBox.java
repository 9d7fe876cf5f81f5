package p2pgossip.ui.form;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import p2pgossip.gossip.Fingerprint;
import p2pgossip.ui.hint.Hint;

/// A fingerprint in short groups, so that two people can compare it aloud, each in front of a
/// window. A button copies it in the usual notation.
public final class FingerprintBox extends HBox {

  private static final int GROUP = 4;
  private static final int GROUPS_IN_LINE = 4;

  private final Label groups = new Label();
  private final Button copy = new Button(null, new FontIcon(Feather.COPY));
  private @Nullable Fingerprint shown;

  /// @param id by which the groups are found in the scene
  public FingerprintBox(String id) {
    super(8);
    setAlignment(Pos.CENTER_LEFT);
    groups.setId(id);
    groups.getStyleClass().add("fingerprint");
    groups.setMinWidth(Region.USE_PREF_SIZE);
    groups.setMinHeight(Region.USE_PREF_SIZE);
    copy.setId(id + "-copy");
    copy.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
    copy.setAccessibleText("Copy the fingerprint");
    Hint.on(copy, "Copy the fingerprint");
    copy.setOnAction(event -> copy());
    getChildren().addAll(groups, copy);
  }

  public void show(Fingerprint fingerprint) {
    if (!fingerprint.equals(shown)) {
      shown = fingerprint;
      groups.setText(grouped(fingerprint));
    }
  }

  private void copy() {
    if (shown != null) {
      ClipboardContent content = new ClipboardContent();
      content.putString(shown.text());
      Clipboard.getSystemClipboard().setContent(content);
    }
  }

  /// The digits behind the name of the digest, in lines of four groups of four.
  static String grouped(Fingerprint fingerprint) {
    String digits = fingerprint.text().substring(fingerprint.text().indexOf(':') + 1);
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (int at = 0; at < digits.length(); at += GROUP) {
      int group = at / GROUP;
      if (group > 0 && group % GROUPS_IN_LINE == 0) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ");
      line.append(digits, at, Math.min(digits.length(), at + GROUP));
    }
    lines.add(line.toString());
    return String.join("\n", lines);
  }
}
