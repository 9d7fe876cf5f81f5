package p2pgossip.ui.classroom;

import atlantafx.base.theme.Styles;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import p2pgossip.classroom.ClassAnnouncement;
import p2pgossip.classroom.ClassTarget;
import p2pgossip.gossip.Fingerprint;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerName;
import p2pgossip.gossip.ShownText;
import p2pgossip.net.password.Password;
import p2pgossip.ui.empty.EmptyState;
import p2pgossip.ui.form.Named;
import p2pgossip.ui.scroll.DirectScrollPane;
import p2pgossip.ui.theme.StyleSheets;

/// Lists the classes that are announced, and joins one by a click; or takes what stands on the
/// teacher's screen. FX thread only.
final class JoinClassPane extends VBox {

  private static final double WIDTH = 460;
  private static final double LIST_HEIGHT = 190;
  private static final double ROW_HEIGHT = 54;

  /// Of the rows, and of those for one machine.
  private static final int MOST = 100;

  private static final int MOST_OF_MACHINE = 4;

  private final TextField firstName = new TextField();
  private final VBox rows = new VBox(2);
  private final EmptyState empty = new EmptyState(Feather.RADIO);
  private final Label doubt = new Label();
  private final TextField typed = new TextField();
  private final PasswordField password = new PasswordField();
  private final Named passwordRow = new Named("Password of the class", password);
  private final CheckBox tunable =
      new CheckBox("The teacher may set this peer’s period, strategy and pause");
  private final Label error = new Label();
  private final Consumer<JoinRequest> join;

  /// The rows by whose class they show.
  private final Map<Teacher, Button> shown = new HashMap<>();

  private record Teacher(PeerAddress address, Fingerprint fingerprint) {}

  /// The class whose password is being typed; null while none is.
  private @Nullable ClassTarget asked;

  /// @param cancel closes the dialogue
  JoinClassPane(Consumer<JoinRequest> join, Runnable cancel) {
    super(14);
    this.join = join;
    setPrefWidth(WIDTH);
    getStyleClass().addAll("peer-window", "class-dialog");
    getStylesheets().add(StyleSheets.of(JoinClassPane.class, "classroom.css"));
    firstName.setId("class-first-name");
    firstName.setPromptText("as the class calls you");
    rows.setId("classes");
    empty.say(
        new EmptyState.Words(
            "No class is announced here yet",
            "It appears as soon as your teacher starts it. If it does not, type what stands on the"
                + " teacher’s screen."));
    doubt.setId("class-doubt");
    doubt.setWrapText(true);
    doubt.getStyleClass().add("form-error");
    doubt.managedProperty().bind(doubt.textProperty().isNotEmpty());
    typed.setId("class-typed");
    typed.setPromptText("192.168.1.20:8080 K7Q2-M9XD-4PNA");
    typed.setOnAction(_ -> joinTyped());
    password.setId("class-join-password");
    password.setOnAction(_ -> joinTyped());
    passwordRow.managedProperty().bind(passwordRow.visibleProperty());
    passwordRow.setVisible(false);
    tunable.setId("class-tunable");
    tunable.setSelected(true);
    tunable.setWrapText(true);
    error.setId("class-error");
    error.setWrapText(true);
    error.getStyleClass().add("form-error");
    error.managedProperty().bind(error.textProperty().isNotEmpty());
    getChildren()
        .addAll(
            new Named("Your first name", firstName),
            new Named("Classes on this network", list()),
            doubt,
            new Named("Or the address and the code on the teacher’s screen", typed),
            passwordRow,
            tunable,
            error,
            buttons(cancel));
  }

  private StackPane list() {
    ScrollPane scroll = new DirectScrollPane(rows);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    StackPane list = new StackPane(scroll, empty);
    list.setPrefHeight(LIST_HEIGHT);
    list.setMinHeight(LIST_HEIGHT);
    list.getStyleClass().add("class-list");
    return list;
  }

  private HBox buttons(Runnable cancel) {
    Button back = new Button("Cancel");
    back.setCancelButton(true);
    back.setOnAction(_ -> cancel.run());
    Button go = new Button("Join", new FontIcon(Feather.LOG_IN));
    go.setId("class-join");
    go.setDefaultButton(true);
    go.setOnAction(_ -> joinTyped());
    HBox buttons = new HBox(8, back, go);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    return buttons;
  }

  /// Shows what is announced now. A row stays where it is while the dialogue is open, even if its
  /// class has ended: otherwise a stranger could move another class under the pointer.
  void show(List<ClassAnnouncement> classes) {
    Set<Teacher> present = new HashSet<>();
    for (ClassAnnouncement announced : classes) {
      Teacher teacher = new Teacher(announced.address(), announced.fingerprint());
      present.add(teacher);
      Button before = shown.get(teacher);
      if (before != null && before.getUserData().equals(announced)) {
        continue;
      }
      Button row = row(announced);
      if (before != null) {
        rows.getChildren().set(rows.getChildren().indexOf(before), row);
        shown.put(teacher, row);
      } else if (hasRoomFor(teacher)) {
        rows.getChildren().add(row);
        shown.put(teacher, row);
      }
    }
    shown.forEach((teacher, row) -> row.setDisable(!present.contains(teacher)));
    empty.setVisible(shown.isEmpty());
    long names = classes.stream().map(ClassAnnouncement::name).distinct().count();
    doubt.setText(
        names == classes.size()
            ? ""
            : "Several classes have the same name. Join the one whose code stands on the teacher’s"
                + " screen.");
  }

  private boolean hasRoomFor(Teacher teacher) {
    return shown.size() < MOST
        && shown.keySet().stream()
                .filter(each -> each.address().ip().equals(teacher.address().ip()))
                .count()
            < MOST_OF_MACHINE;
  }

  /// Says why nothing can be heard, or why the class was not joined.
  void fail(String sentence) {
    error.setText(sentence);
  }

  private Button row(ClassAnnouncement announced) {
    Label name = new Label(ShownText.of(announced.name().text()));
    name.getStyleClass().add("class-row-name");
    Label place = new Label(announced.typed());
    place.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    VBox words = new VBox(2, name, place);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox content = new HBox(12, new FontIcon(Feather.USERS), words);
    content.setAlignment(Pos.CENTER_LEFT);
    if (announced.locked()) {
      content.getChildren().add(new FontIcon(Feather.LOCK));
    }
    Button row = new Button(null, content);
    row.setUserData(announced);
    row.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    row.setMinHeight(ROW_HEIGHT);
    row.setMaxWidth(Double.MAX_VALUE);
    row.getStyleClass().addAll("class-row", Styles.FLAT);
    row.setAccessibleText(
        "Join "
            + name.getText()
            + ", "
            + place.getText()
            + (announced.locked() ? ", with a password" : ""));
    row.setOnAction(_ -> join(announced.target()));
    return row;
  }

  private void joinTyped() {
    ClassTarget waiting = asked;
    if (waiting != null && typed.getText().isBlank()) {
      join(waiting);
      return;
    }
    try {
      join(ClassTarget.parse(typed.getText()));
    } catch (IllegalArgumentException e) {
      fail(Sentence.of(e));
      typed.requestFocus();
    }
  }

  /// Null if there is none; then the reason is shown.
  private @Nullable PeerName name() {
    if (firstName.getText().isBlank()) {
      fail("Type your first name: the class sees it.");
      return null;
    }
    try {
      return PeerName.parse(firstName.getText());
    } catch (IllegalArgumentException e) {
      fail(Sentence.of(e));
      return null;
    }
  }

  private void join(ClassTarget target) {
    error.setText("");
    PeerName name = name();
    if (name == null) {
      firstName.requestFocus();
      return;
    }
    if (target.locked() && password.getText().isEmpty()) {
      asked = target;
      passwordRow.setVisible(true);
      fail("“%s” has a password: type it, and press Join.".formatted(ShownText.of(target.name())));
      password.requestFocus();
      return;
    }
    try {
      String given = password.getText();
      Password known = given.isEmpty() ? null : Password.of(given);
      join.accept(new JoinRequest(target, name, known, tunable.isSelected()));
    } catch (IllegalArgumentException e) {
      fail(Sentence.of(e));
      password.requestFocus();
    }
  }
}
