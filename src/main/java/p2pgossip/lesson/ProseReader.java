package p2pgossip.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import p2pgossip.gossip.Quote;

/// Makes prose of Markdown. Of Markdown it takes headings, paragraphs, lists, emphasis, code and
/// samples, and refuses the rest: what a lesson can't show should not be lost in silence.
final class ProseReader {

  /// How deep lists and emphasis may be nested.
  private static final int DEEPEST = 5;

  /// More than this of brackets and lists within one another is not followed.
  private static final int MOST_OPEN = 50;

  private static final Parser PARSER =
      Parser.builder()
          .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
          .maxOpenBlockParsers(MOST_OPEN)
          .maxInlineNesting(MOST_OPEN)
          .enabledBlockTypes(Set.of(Heading.class, FencedCodeBlock.class, ListBlock.class))
          .build();

  /// The line of the file before the first of this text.
  private final int offset;

  /// @param offset the number of lines of the file before the text
  ProseReader(int offset) {
    this.offset = offset;
  }

  static Node parse(String markdown) {
    return PARSER.parse(markdown);
  }

  /// The line of a node in the file.
  int line(Node node) {
    List<SourceSpan> spans = node.getSourceSpans();
    if (!spans.isEmpty()) {
      return offset + spans.getFirst().getLineIndex() + 1;
    }
    Node parent = node.getParent();
    return parent == null ? offset + 1 : line(parent);
  }

  /// Reads text that holds no blocks of a lesson.
  List<Prose> read(String markdown) throws LessonException {
    List<Prose> prose = new ArrayList<>();
    for (Node node = parse(markdown).getFirstChild(); node != null; node = node.getNext()) {
      prose.add(block(node, 0));
    }
    return prose;
  }

  /// @param depth how many lists it is in
  Prose block(Node node, int depth) throws LessonException {
    return switch (node) {
      case Heading heading when heading.getLevel() >= 2 && heading.getLevel() <= 4 ->
          new Prose.Heading(heading.getLevel(), spans(heading, 0));
      case Paragraph paragraph -> new Prose.Paragraph(spans(paragraph, 0));
      case ListBlock list when depth < DEEPEST ->
          new Prose.Items(list instanceof OrderedList, items(list, depth));
      case FencedCodeBlock sample when sample.getInfo().isBlank() ->
          new Prose.Sample(sample.getLiteral().stripTrailing());
      case FencedCodeBlock block ->
          throw new LessonException(
              line(block),
              "there is no block %s here; at the top of a lesson there are %s"
                  .formatted(Quote.of(block.getInfo()), String.join(", ", BlockReader.KINDS)));
      default -> throw unfit(node);
    };
  }

  private List<List<Prose>> items(ListBlock list, int depth) throws LessonException {
    List<List<Prose>> items = new ArrayList<>();
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      List<Prose> prose = new ArrayList<>();
      for (Node node = item.getFirstChild(); node != null; node = node.getNext()) {
        prose.add(block(node, depth + 1));
      }
      items.add(prose);
    }
    return items;
  }

  /// @param depth how many emphases it is in
  List<Span> spans(Node parent, int depth) throws LessonException {
    List<Span> spans = new ArrayList<>();
    StringBuilder words = new StringBuilder();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      switch (node) {
        case Text text -> words.append(text.getLiteral());
        case SoftLineBreak _, HardLineBreak _ -> words.append(' ');
        default -> {
          addWords(spans, words, parent);
          spans.add(inline(node, depth));
        }
      }
    }
    addWords(spans, words, parent);
    return spans;
  }

  private Span inline(Node node, int depth) throws LessonException {
    return switch (node) {
      case Code code -> new Span.Code(code.getLiteral());
      case Emphasis emphasis when depth < DEEPEST -> new Span.Emphasis(spans(emphasis, depth + 1));
      case StrongEmphasis strong when depth < DEEPEST -> new Span.Strong(spans(strong, depth + 1));
      default -> throw unfit(node);
    };
  }

  /// Adds words, and the figures in braces among them.
  private void addWords(List<Span> spans, StringBuilder words, Node where) throws LessonException {
    String text = words.toString();
    words.setLength(0);
    int from = 0;
    while (from < text.length()) {
      int open = text.indexOf('{', from);
      if (open < 0) {
        spans.add(new Span.Words(text.substring(from)));
        return;
      }
      int close = text.indexOf('}', open);
      if (close < 0) {
        throw new LessonException(line(where), "the brace { is not closed by a }");
      }
      if (open > from) {
        spans.add(new Span.Words(text.substring(from, open)));
      }
      try {
        spans.add(new Span.Shown(FigureReader.read(text.substring(open + 1, close))));
      } catch (IllegalArgumentException e) {
        throw new LessonException(line(where), String.valueOf(e.getMessage()), e);
      }
      from = close + 1;
    }
  }

  private LessonException unfit(Node node) {
    return new LessonException(
        line(node),
        "%s can't be shown here; a lesson has headings, paragraphs, lists up to %s deep, *emphasis*,"
                .formatted(name(node), DEEPEST)
            + " **strong words** and `code`");
  }

  private static String name(Node node) {
    return switch (node) {
      case Heading heading -> "a heading of level " + heading.getLevel();
      case BulletList _ -> "a list in so many others";
      default -> "\"" + node.getClass().getSimpleName() + "\"";
    };
  }
}
