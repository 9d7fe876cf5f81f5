package p2pgossip.topology;

/// Looks through a DOT file before the importer reads it, and refuses what the importer would read
/// wrongly, or what would cost it much more than the file is long.
///
/// It knows quotes, comments and HTML-like texts, and leaves all other syntax to the importer.
final class DotCheck {

  /// Deeper subgraphs could use up the stack.
  private static final int DEEPEST = 50;

  /// Each subgraph copies the attributes around it, and there are at most half as many of these as
  /// there are characters within brackets.
  private static final long MOST_COPIED = 50_000_000;

  private static final String SUBGRAPH = "subgraph";

  private final String text;
  private int at;
  private int line = 1;
  private int depth;
  private long subgraphs;
  private long inBrackets;
  private boolean bracket;
  private Token last = Token.OTHER;

  /// What the last token was.
  private enum Token {
    /// The end of a subgraph.
    CLOSE,
    /// `--` or `->`
    EDGE,
    /// The end of the whole graph.
    END,
    OTHER
  }

  private DotCheck(String text) {
    this.text = text;
  }

  /// @throws RefusedGraph when the file had better not be imported, saying why
  static void requireReadable(String text) {
    DotCheck check = new DotCheck(text);
    while (check.at < text.length()) {
      check.next();
    }
    if (check.subgraphs * check.inBrackets > MOST_COPIED) {
      throw new RefusedGraph("it has too many subgraphs and attributes; leave out the attributes");
    }
  }

  private void next() {
    char character = text.charAt(at);
    if (Character.isWhitespace(character)) {
      advance(1);
    } else if (text.startsWith("/*", at)) {
      skipBehind("*/", 2);
    } else if (text.startsWith("//", at) || character == '#') {
      skipBehind("\n", 0);
    } else {
      token(character);
    }
  }

  private void token(char character) {
    if (last == Token.END) {
      throw refused("stands behind the end of the graph; leave one graph in the file");
    }
    boolean edge = text.startsWith("--", at) || text.startsWith("->", at);
    boolean subgraph = character == '{' || text.startsWith(SUBGRAPH, at);
    if (!bracket && ((edge && last == Token.CLOSE) || (subgraph && last == Token.EDGE))) {
      throw refused("has an edge of a group in braces; write an edge for each of its nodes");
    }
    last = edge ? Token.EDGE : Token.OTHER;
    switch (character) {
      case '"' -> skipQuoted();
      case '<' -> skipHtml();
      case '{' -> open();
      case '}' -> close();
      case '[', ']' -> {
        bracket = character == '[';
        advance(1);
      }
      default -> advance(edge ? 2 : 1);
    }
  }

  private void open() {
    depth++;
    subgraphs++;
    if (depth > DEEPEST) {
      throw refused("has a subgraph that is more than " + DEEPEST + " deep");
    }
    advance(1);
  }

  private void close() {
    depth--;
    last = depth <= 0 ? Token.END : Token.CLOSE;
    advance(1);
  }

  private void skipQuoted() {
    advance(1);
    while (at < text.length() && text.charAt(at) != '"') {
      advance(text.charAt(at) == '\\' ? 2 : 1);
    }
    advance(1);
  }

  private void skipHtml() {
    int open = 0;
    do {
      open += text.charAt(at) == '<' ? 1 : text.charAt(at) == '>' ? -1 : 0;
      advance(1);
    } while (open > 0 && at < text.length());
  }

  private void skipBehind(String end, int from) {
    int found = text.indexOf(end, at + from);
    advance((found < 0 ? text.length() : found + end.length()) - at);
  }

  private void advance(int characters) {
    int end = Math.min(text.length(), at + characters);
    for (; at < end; at++) {
      line += text.charAt(at) == '\n' ? 1 : 0;
      inBrackets += bracket ? 1 : 0;
    }
  }

  private RefusedGraph refused(String words) {
    return new RefusedGraph("line " + line + " " + words);
  }
}
