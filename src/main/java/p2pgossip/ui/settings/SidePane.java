package p2pgossip.ui.settings;

import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import p2pgossip.ui.form.SettingsForm;
import p2pgossip.ui.model.PeerViewModel;
import p2pgossip.ui.scroll.DirectScrollPane;

/// The whole form, one section below the other.
public final class SidePane extends DirectScrollPane {

  private final PeerPane peer;
  private final ConnectPane connect;
  private final SecurityPane security;
  private final VBox sections;
  private final PeerViewModel model;

  /// @param startOrStop what the button that starts the peer asks for
  public SidePane(PeerViewModel model, SettingsForm form, Runnable startOrStop) {
    this.model = model;
    peer = new PeerPane(model, form, startOrStop);
    connect = new ConnectPane(model, form);
    security = new SecurityPane(model);
    NoticePane notices = new NoticePane(model, this::focusPassword);
    sections = new VBox(notices, peer, connect, new GossipPane(model, form));
    sections.getStyleClass().add("side-form");
    setContent(sections);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    getStyleClass().addAll("side", "left");
  }

  /// Adds what can wait until the rest is drawn. To be called once.
  public void complete() {
    sections.getChildren().addAll(new RumorPane(model), security);
  }

  /// Starts the peer with what stands in the form, or leads to what is wrong in it.
  public void start() {
    peer.start();
  }

  /// Puts the cursor where targets are typed.
  public void focusTargets() {
    connect.focusTargets();
    bringIntoView(connect);
  }

  /// Puts the cursor where the password is typed, and that into view.
  public void focusPassword() {
    security.focusPassword();
    bringIntoView(security);
  }

  /// As little as needed, and its beginning where it is higher than what is seen of the form.
  private void bringIntoView(Region section) {
    layout();
    double height = getContent().getLayoutBounds().getHeight();
    double room = getViewportBounds().getHeight();
    if (height <= room) {
      return;
    }
    double top = section.getBoundsInParent().getMinY();
    double bottom = section.getBoundsInParent().getMaxY();
    double seen = getVvalue() * (height - room);
    if (top < seen || bottom > seen + room) {
      double wanted = top < seen || bottom - top > room ? top : bottom - room;
      setVvalue(Math.clamp(wanted / (height - room), 0, 1));
    }
  }
}
