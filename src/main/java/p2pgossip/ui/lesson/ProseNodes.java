package p2pgossip.ui.lesson;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import p2pgossip.lesson.Figures;
import p2pgossip.lesson.Prose;
import p2pgossip.lesson.Span;

/// Draws the text of a lesson. FX thread only.
final class ProseNodes {

  private static final double GAP = 8;

  private final Figures figures;

  ProseNodes(Figures figures) {
    this.figures = figures;
  }

  VBox of(List<Prose> prose) {
    VBox box = new VBox(GAP);
    prose.forEach(each -> box.getChildren().add(of(each)));
    return box;
  }

  Node of(Prose prose) {
    return switch (prose) {
      case Prose.Heading(int _, List<Span> spans) -> flow(spans, "lesson-heading");
      case Prose.Paragraph(List<Span> spans) -> flow(spans, "lesson-paragraph");
      case Prose.Items(boolean numbered, List<List<Prose>> items) -> items(numbered, items);
      case Prose.Sample(String text) -> {
        Label sample = new Label(text);
        sample.getStyleClass().add("lesson-sample");
        yield sample;
      }
    };
  }

  private Node items(boolean numbered, List<List<Prose>> items) {
    VBox list = new VBox(GAP / 2);
    for (int i = 0; i < items.size(); i++) {
      Label mark = new Label(numbered ? i + 1 + "." : "•");
      mark.setMinWidth(Label.USE_PREF_SIZE);
      VBox item = of(items.get(i));
      HBox.setHgrow(item, Priority.ALWAYS);
      list.getChildren().add(new HBox(GAP, mark, item));
    }
    list.getStyleClass().add("lesson-list");
    return list;
  }

  private TextFlow flow(List<Span> spans, String style) {
    TextFlow flow = new TextFlow();
    flow.getStyleClass().add(style);
    StringBuilder spoken = new StringBuilder();
    add(flow, spans, "", spoken);
    flow.setAccessibleText(spoken.toString());
    return flow;
  }

  private void add(TextFlow flow, List<Span> spans, String style, StringBuilder spoken) {
    for (Span span : spans) {
      switch (span) {
        case Span.Words(String words) -> add(flow, words, style, spoken);
        case Span.Code(String words) -> add(flow, words, "lesson-code", spoken);
        case Span.Shown(var figure) -> add(flow, figures.words(figure), "lesson-figure", spoken);
        case Span.Emphasis(List<Span> within) -> add(flow, within, "lesson-emphasis", spoken);
        case Span.Strong(List<Span> within) -> add(flow, within, "lesson-strong", spoken);
      }
    }
  }

  private static void add(TextFlow flow, String words, String style, StringBuilder spoken) {
    Text text = new Text(words);
    text.getStyleClass().add("lesson-words");
    if (!style.isEmpty()) {
      text.getStyleClass().add(style);
    }
    flow.getChildren().add(text);
    spoken.append(words);
  }
}
