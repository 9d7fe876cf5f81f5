package p2pgossip.ui.classroom;

import atlantafx.base.theme.Styles;
import java.net.InetAddress;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import p2pgossip.classroom.ClassName;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.net.password.Password;
import p2pgossip.ui.empty.EmptyState;
import p2pgossip.ui.form.Named;
import p2pgossip.ui.theme.StyleSheets;

/// Asks which class to start. FX thread only.
final class StartClassPane extends VBox {

  private static final double WIDTH = 420;

  private final TextField name = new TextField();
  private final PasswordField password = new PasswordField();
  private final ComboBox<InetAddress> address = new ComboBox<>();
  private final Label error = new Label();
  private final Button begin = new Button("Start the class", new FontIcon(Feather.PLAY));
  private final Consumer<StartRequest> start;

  /// @param addresses at which others reach this machine, the likeliest first
  /// @param cancel closes the dialogue
  StartClassPane(List<InetAddress> addresses, Consumer<StartRequest> start, Runnable cancel) {
    super(14);
    this.start = start;
    setPrefWidth(WIDTH);
    getStyleClass().addAll("peer-window", "class-dialog");
    getStylesheets().add(StyleSheets.of(StartClassPane.class, "classroom.css"));
    Button back = new Button("Cancel");
    back.setCancelButton(true);
    back.setOnAction(_ -> cancel.run());
    if (addresses.isEmpty()) {
      showNoNetwork(back);
      return;
    }
    Label words =
        new Label(
            "Students find the class under this name. Nothing is announced before you start it, and"
                + " closing its window takes the announcement back.");
    words.setWrapText(true);
    words.getStyleClass().add(Styles.TEXT_MUTED);
    name.setId("class-name");
    name.setPromptText("Year 9, for example");
    password.setId("class-password");
    password.setPromptText("none: everybody on the network may join");
    address.setId("class-address");
    address.getItems().setAll(addresses);
    address.getSelectionModel().selectFirst();
    address.setConverter(new AddressText());
    address.setMaxWidth(Double.MAX_VALUE);
    Named place = new Named("Address of this machine", address);
    place.setVisible(addresses.size() > 1);
    place.managedProperty().bind(place.visibleProperty());
    error.setId("class-error");
    error.setWrapText(true);
    error.getStyleClass().add("form-error");
    error.managedProperty().bind(error.textProperty().isNotEmpty());
    begin.setId("class-begin");
    begin.setDefaultButton(true);
    begin.setOnAction(_ -> begin());
    HBox buttons = new HBox(8, back, begin);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    getChildren()
        .addAll(
            words,
            new Named("Name of the class", name),
            new Named("Password, if wanted", password),
            place,
            error,
            buttons);
  }

  private void showNoNetwork(Button back) {
    EmptyState empty = new EmptyState(Feather.WIFI_OFF);
    empty.say(
        new EmptyState.Words(
            "This machine is in no network",
            "Connect it to the network of the class, by cable or Wi-Fi, and start the class"
                + " then."));
    empty.offer(back);
    getChildren().add(empty);
  }

  private void begin() {
    ClassName wanted = wanted();
    InetAddress place = address.getValue();
    if (wanted == null || place == null) {
      return;
    }
    try {
      String typed = password.getText();
      start.accept(new StartRequest(wanted, typed.isEmpty() ? null : Password.of(typed), place));
    } catch (IllegalArgumentException e) {
      error.setText(Sentence.of(e));
      password.requestFocus();
    }
  }

  private @Nullable ClassName wanted() {
    try {
      return new ClassName(name.getText());
    } catch (IllegalArgumentException e) {
      error.setText(Sentence.of(e));
      name.requestFocus();
      return null;
    }
  }

  /// Shows addresses; none is typed.
  private static final class AddressText extends StringConverter<InetAddress> {

    @Override
    public String toString(@Nullable InetAddress address) {
      return address == null ? "" : PeerAddress.text(address);
    }

    @Override
    public InetAddress fromString(String text) {
      return PeerAddress.parseIp(text);
    }
  }
}
