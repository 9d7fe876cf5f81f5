package p2pgossip.ui.classroom;

import atlantafx.base.theme.Styles;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import p2pgossip.classroom.ClassAnnouncement;
import p2pgossip.gossip.Neighbor;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.ShownText;
import p2pgossip.ui.empty.EmptyState;
import p2pgossip.ui.hint.Hint;
import p2pgossip.ui.theme.StyleSheets;

/// What a teacher shows the class: where it is joined, large enough for the back row, and who has
/// joined. A window of its own. FX thread only.
public final class ClassBoard implements AutoCloseable {

  private static final double WIDTH = 960;
  private static final double HEIGHT = 660;
  private static final double LEAST_WIDTH = 620;
  private static final double LEAST_HEIGHT = 480;
  private static final double QR = 300;

  private final Stage stage = new Stage();
  private final Label name = new Label();
  private final Label address = new Label();
  private final Label code = new Label();
  private final Label advice = new Label();
  private final Label said = new Label();
  private final Label present = new Label();
  private final QrCanvas qr = new QrCanvas(QR);
  private final TableView<ClassRoll.Member> roll = new TableView<>();

  /// @param changeAll asks what to change in the peers of the class
  /// @param tell has a peer of the class tell a rumour; is given its address and what it is called
  public ClassBoard(Runnable changeAll, BiConsumer<PeerAddress, String> tell) {
    name.setId("board-name");
    name.getStyleClass().add("board-name");
    name.setWrapText(true);
    address.setId("board-address");
    address.getStyleClass().add("board-large");
    code.setId("board-code");
    code.getStyleClass().add("board-large");
    advice.setWrapText(true);
    advice.getStyleClass().add("board-words");
    said.setId("board-said");
    said.setWrapText(true);
    said.getStyleClass().add("board-words");
    said.managedProperty().bind(said.textProperty().isNotEmpty());
    for (Label large : new Label[] {address, code}) {
      large.setMinWidth(Region.USE_PREF_SIZE);
    }
    VBox words = new VBox(10, name, advice, address, code, said);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox joining = new HBox(24, words, qr);
    joining.setAlignment(Pos.TOP_LEFT);
    VBox root = new VBox(16, joining, bar(changeAll, tell), table());
    root.getStyleClass().addAll("peer-window", "class-board");
    root.getStylesheets()
        .addAll(StyleSheets.window(), StyleSheets.of(ClassBoard.class, "classroom.css"));
    stage.setScene(new Scene(root, WIDTH, HEIGHT));
    stage.setMinWidth(LEAST_WIDTH);
    stage.setMinHeight(LEAST_HEIGHT);
  }

  private HBox bar(Runnable changeAll, BiConsumer<PeerAddress, String> tell) {
    present.setId("board-present");
    present.getStyleClass().add(Styles.TITLE_4);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button change = new Button("Change all …", new FontIcon(Feather.SLIDERS));
    change.setId("board-change");
    Hint.on(change, "Set period, strategy and pause of all who allow it");
    change.setOnAction(_ -> changeAll.run());
    Button rumor = new Button("Tell a rumour from here", new FontIcon(Feather.VOLUME_2));
    rumor.setId("board-tell");
    Hint.on(rumor, "Have the chosen peer tell a rumour, if it allows that");
    ReadOnlyObjectProperty<ClassRoll.Member> chosen =
        roll.getSelectionModel().selectedItemProperty();
    rumor.disableProperty().bind(chosen.isNull());
    rumor.setOnAction(_ -> tell.accept(chosen.get().address(), chosen.get().called()));
    HBox bar = new HBox(8, present, gap, rumor, change);
    bar.setAlignment(Pos.CENTER_LEFT);
    return bar;
  }

  private TableView<ClassRoll.Member> table() {
    roll.setId("board-roll");
    roll.getColumns().add(column("Name", ClassRoll.Member::name));
    roll.getColumns().add(column("Address", member -> member.address().toString()));
    roll.getColumns().add(column("Joined at", ClassRoll.Member::since));
    roll.getColumns().add(column("How it does", ClassRoll.Member::standing));
    roll.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    EmptyState empty = new EmptyState(Feather.USERS);
    empty.say(
        new EmptyState.Words(
            "Nobody has joined yet",
            "Students press F4, or Join a class on their first page, and choose this class."));
    roll.setPlaceholder(empty);
    VBox.setVgrow(roll, Priority.ALWAYS);
    return roll;
  }

  private static TableColumn<ClassRoll.Member, String> column(
      String title, Function<ClassRoll.Member, String> words) {
    TableColumn<ClassRoll.Member, String> column = new TableColumn<>(title);
    column.setCellValueFactory(
        cell -> new ReadOnlyStringWrapper(words.apply(cell.getValue())).getReadOnlyProperty());
    column.setSortable(false);
    return column;
  }

  /// Shows where the class is joined.
  public void show(ClassAnnouncement announced) {
    name.setText(ShownText.of(announced.name().text()));
    advice.setText("Press F4 and choose this class. If it is not there, type:");
    address.setText(announced.address().toString());
    code.setText(announced.code().text());
    qr.show(announced.uri());
    stage.setTitle("p2pgossip – class " + name.getText());
  }

  /// Says what the class must know besides, such as why it is not announced.
  public void say(String sentence) {
    said.setText(sentence);
  }

  /// Shows who has joined.
  public void show(Collection<Neighbor> known, Instant now, ZoneId zone) {
    ClassRoll listed = ClassRoll.of(known, now, zone);
    present.setText(
        listed.all() == 0
            ? ""
            : "%s joined, %s of them %s"
                .formatted(
                    listed.all(), listed.present(), listed.present() == 1 ? "answers" : "answer"));
    if (!roll.getItems().equals(listed.members())) {
      ClassRoll.Member chosen = roll.getSelectionModel().getSelectedItem();
      roll.getItems().setAll(listed.members());
      listed.members().stream()
          .filter(each -> chosen != null && each.address().equals(chosen.address()))
          .forEach(roll.getSelectionModel()::select);
    }
  }

  /// Brings it to the front, after it was closed, too.
  public void toFront() {
    stage.show();
    stage.toFront();
  }

  /// Takes it from the screen. Idempotent.
  @Override
  public void close() {
    stage.close();
  }
}
