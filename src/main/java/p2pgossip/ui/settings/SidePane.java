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

  /// @param startOrStop starts or stops the peer
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

  /// Adds the parts that can wait until the rest is drawn. To be called once.
  public void complete() {
    sections.getChildren().addAll(new RumorPane(model), security);
  }

  /// Starts the peer with the values of the form, or puts the cursor where one is invalid.
  public void start() {
    peer.start();
  }

  /// Puts the cursor where the targets are typed.
  public void focusTargets() {
    connect.focusTargets();
    bringIntoView(connect);
  }

  /// Puts the cursor where the password is typed, and scrolls to it.
  public void focusPassword() {
    security.focusPassword();
    bringIntoView(security);
  }

  /// Scrolls as little as needed. Shows the beginning of a section that is higher than the view.
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
