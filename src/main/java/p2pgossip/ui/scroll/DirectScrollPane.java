package p2pgossip.ui.scroll;

import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Skin;

/// A scroll pane that draws only what has changed. JavaFX's own caches its whole viewport as an
/// image (`ScrollPaneSkin`, JavaFX 26) and draws that again for every word that changes.
public class DirectScrollPane extends ScrollPane {

  public DirectScrollPane() {}

  public DirectScrollPane(Node content) {
    super(content);
  }

  @Override
  protected Skin<?> createDefaultSkin() {
    Skin<?> skin = super.createDefaultSkin();
    Objects.requireNonNull(lookup(".viewport"), "the viewport of a scroll pane").setCache(false);
    return skin;
  }
}
