package p2pgossip.topology;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import p2pgossip.file.UserFile;

/// A network as it stands in a file: GraphML, DOT or an edge list, told by how the file's name
/// ends. Immutable.
///
/// Each vertex is a peer, and each edge a link. Directions, weights and other attributes are
/// ignored, as are an edge from a vertex to itself and every further edge between the same two. The
/// network may be in parts. Peers are numbered in the order in which their vertices are named
/// first; where all names are whole numbers, in the order of the numbers.
///
/// @param file from which it was read
/// @param peers how many there are, 1 to [#MOST_PEERS]
/// @param edges between peers that are numbered from 0
/// @param parts how many there are of which no edge leads to another
public record GraphFile(Path file, int peers, Edges edges, int parts) {

  /// Bytes of a file; a larger one is refused before it is parsed.
  public static final int LARGEST = 4_194_304;

  public static final int MOST_PEERS = 100_000;

  /// Those that are ignored count too.
  public static final int MOST_EDGES = 500_000;

  private static final List<String> GRAPHML = List.of("graphml", "xml");
  private static final List<String> DOT = List.of("dot", "gv");
  private static final List<String> EDGE_LIST = List.of("edges", "edgelist", "csv", "tsv", "txt");

  /// How the name of a file may end, without the dot.
  public static final List<String> EXTENSIONS =
      Stream.of(GRAPHML, DOT, EDGE_LIST).flatMap(List::stream).toList();

  /// Reads a file; may take seconds.
  ///
  /// @throws IOException when it can't be read, is no file, is too large, or is damaged; the
  /// message names the file and, behind a colon, what is wrong, with the line where that is known
  public static GraphFile read(Path file) throws IOException {
    byte[] bytes = UserFile.read(file, LARGEST);
    try {
      return parse(file, bytes);
    } catch (RefusedGraph e) {
      FileSystemException named = new FileSystemException(file.toString(), null, e.getMessage());
      named.initCause(e);
      throw named;
    }
  }

  /// @param file whose name says how the bytes are read
  /// @throws RefusedGraph when something is wrong with them, saying what
  static GraphFile parse(Path file, byte[] bytes) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    int dot = name.lastIndexOf('.');
    String extension = dot < 0 ? "" : name.substring(dot + 1);
    GraphDraft draft = new GraphDraft();
    if (GRAPHML.contains(extension)) {
      GraphMlReader.read(text(bytes), draft);
    } else if (DOT.contains(extension)) {
      DotReader.read(text(bytes), draft);
    } else if (EDGE_LIST.contains(extension)) {
      EdgeListReader.read(text(bytes), draft);
    } else {
      throw new RefusedGraph(
          "the end of its name says what it is, and must be one of "
              + EXTENSIONS.stream().map(it -> "." + it).collect(Collectors.joining(", ")));
    }
    return draft.done(file);
  }

  /// Of the file, without the folder.
  public String name() {
    return String.valueOf(file.getFileName());
  }

  private static String text(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new RefusedGraph("it is no text in UTF-8; save it as such", e);
    }
  }
}
