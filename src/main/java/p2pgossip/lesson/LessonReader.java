package p2pgossip.lesson;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import p2pgossip.gossip.Quote;

/// Reads a lesson, as a whole or not at all.
///
/// It begins with a heading of level 1 and a block `lesson` that says what it is about and how long
/// it takes. Each heading of level 2 begins a step.
public final class LessonReader {

  private static final int LONGEST_TITLE = 100;

  private final ProseReader prose = new ProseReader(0);
  private final List<Lesson.Step> steps = new ArrayList<>();
  private final ReferenceCheck references = new ReferenceCheck();
  private String stepTitle = "";

  /// Whether the text so far stands before the first step, where there need be none.
  private boolean atTitle = true;

  private List<Block> blocks = new ArrayList<>();

  private LessonReader() {}

  /// @param name of the file, without `.md`
  /// @throws LessonException when anything is wrong in it, saying in which line and what was
  ///     expected
  public static Lesson read(String name, byte[] file) throws LessonException {
    if (file.length > Lesson.LARGEST) {
      throw new LessonException(
          "a lesson of %s bytes is larger than %s".formatted(file.length, Lesson.LARGEST));
    }
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
    } catch (CharacterCodingException e) {
      throw new LessonException(1, "the file is not UTF-8", e);
    }
    return new LessonReader().lesson(name, text);
  }

  private Lesson lesson(String name, String text) throws LessonException {
    Node first = ProseReader.parse(text).getFirstChild();
    if (!(first instanceof Heading heading && heading.getLevel() == 1)) {
      throw new LessonException(1, "a lesson begins with its title, as in # One rumour");
    }
    String title = title(heading);
    if (!(heading.getNext() instanceof FencedCodeBlock head && head.getInfo().equals("lesson"))) {
      throw new LessonException(
          prose.line(heading), "after the title comes a block \"lesson\" with about and minutes");
    }
    KeyLines about = KeyLines.read(head.getLiteral(), "lesson", prose.line(head));
    about.requireOnly(Set.of("about", "minutes"), "");
    stepTitle = title;
    for (Node node = head.getNext(); node != null; node = node.getNext()) {
      add(node);
    }
    if (steps.isEmpty() && blocks.isEmpty()) {
      throw new LessonException(1, "%s has no text".formatted(Quote.of(title)));
    }
    endStep(1);
    references.end();
    return new Lesson(name, title, about.text("about"), about.whole("minutes", 1, 60), steps, text);
  }

  private void add(Node node) throws LessonException {
    int line = prose.line(node);
    if (node instanceof Heading heading && heading.getLevel() <= 2) {
      if (heading.getLevel() == 1) {
        throw new LessonException(line, "a lesson has one title; a step begins with ##");
      }
      endStep(line);
      stepTitle = title(heading);
      return;
    }
    Block block =
        node instanceof FencedCodeBlock fenced && !fenced.getInfo().isBlank()
            ? BlockReader.read(fenced.getInfo().strip(), fenced.getLiteral(), line)
            : new Block.Text(prose.block(node, 0));
    references.take(block, line);
    blocks.add(block);
    if (blocks.size() > Lesson.MOST_BLOCKS) {
      throw new LessonException(line, "a step has at most " + Lesson.MOST_BLOCKS + " blocks");
    }
  }

  private void endStep(int line) throws LessonException {
    if (!blocks.isEmpty()) {
      steps.add(new Lesson.Step(stepTitle, blocks));
      blocks = new ArrayList<>();
    } else if (!atTitle) {
      throw new LessonException(line, "%s has no text".formatted(Quote.of(stepTitle)));
    }
    atTitle = false;
    if (steps.size() > Lesson.MOST_STEPS) {
      throw new LessonException(line, "a lesson has at most " + Lesson.MOST_STEPS + " steps");
    }
  }

  private String title(Heading heading) throws LessonException {
    StringBuilder title = new StringBuilder();
    for (Span span : prose.spans(heading, 0)) {
      if (!(span instanceof Span.Words(String words))) {
        throw new LessonException(prose.line(heading), "a title is plain words");
      }
      title.append(words);
    }
    if (title.isEmpty() || title.length() > LONGEST_TITLE) {
      throw new LessonException(
          prose.line(heading), "a title has 1 to " + LONGEST_TITLE + " characters");
    }
    return title.toString();
  }
}
