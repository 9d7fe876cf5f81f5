package p2pgossip.wire;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import p2pgossip.gossip.Copy;
import p2pgossip.gossip.Digest;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Reply;
import p2pgossip.gossip.RumorId;

/// A question for rumours on the wire: the body of `POST /rumors`, and its answer.
public final class ExchangeJson {

  /// The largest question in bytes, as for any request.
  public static final int LARGEST_QUESTION = 32_768;

  /// The largest answer in bytes.
  public static final int LARGEST_ANSWER = 65_536;

  /// The most copies that are read from one answer; more are refused.
  public static final int MOST_COPIES = Digest.MOST;

  /// In bytes, for the names of the fields, the asking peer's address, brackets and commas.
  private static final int FRAME = 128;

  /// Bytes in an answer for the ids that are wanted: enough for as many as a digest holds if they
  /// are as short as this program's. The rest is for the copies.
  private static final int FOR_WANTED = 20 * 1_024;

  private static final Codec<List<Copy>> COPIES = Values.list(CopyJson.ARRIVED, MOST_COPIES);

  /// A question.
  ///
  /// @param from the asking peer, as it claims
  public record Question(PeerAddress from, Digest digest) {}

  private ExchangeJson() {}

  /// Writes a question. Ids that would make it too large are left out, so the answer may hold
  /// rumours that the asking peer has.
  ///
  /// @param from the asking peer
  public static byte[] writeQuestion(PeerAddress from, Digest digest) {
    return JsonOutput.bytes(
        out -> {
          out.beginObject();
          out.name("from").value(from.toString());
          out.name("purpose").value(Names.PURPOSES.of(digest.purpose()));
          writeIds(out.name("have"), digest.have(), LARGEST_QUESTION - FRAME);
          out.endObject();
        });
  }

  /// @throws WireException when it is not a question, saying why
  public static Question readQuestion(byte[] body) throws WireException {
    Fields in = JsonInput.object(body, "a question for rumours");
    PeerAddress from = in.address("from");
    Digest.Purpose purpose = in.choice("purpose", Names.PURPOSES);
    return new Question(from, new Digest(in.ids("have", Digest.MOST), purpose));
  }

  /// Writes as many of the copies, in their order, as fit.
  public static byte[] writeAnswer(Reply.Exchanged answer) {
    return JsonOutput.bytes(
        out -> {
          out.beginObject();
          int used = writeIds(out.name("wanted"), answer.wanted(), FOR_WANTED);
          List<Copy> copies = answer.copies();
          new ByteBudget(LARGEST_ANSWER - FRAME - used)
              .write(
                  out.name("copies"),
                  copies.subList(0, Math.min(copies.size(), MOST_COPIES)),
                  CopyJson.ARRIVED);
          out.endObject();
        });
  }

  /// @throws WireException when it is not such an answer, saying why
  public static Reply.Exchanged readAnswer(byte[] body) throws WireException {
    Fields in = JsonInput.object(body, "an answer with rumours");
    List<Copy> copies = COPIES.read(in, "copies");
    return new Reply.Exchanged(copies, in.ids("wanted", Digest.MOST));
  }

  /// @param budget bytes that may be used
  /// @return bytes that were used
  private static int writeIds(JsonWriter out, Set<RumorId> ids, int budget) throws IOException {
    int used = 0;
    out.beginArray();
    for (RumorId id : ids.stream().sorted().limit(Digest.MOST).toList()) {
      // Two quotes and a comma; nothing in an id is ever escaped.
      used += id.text().length() + 3;
      if (used > budget) {
        break;
      }
      out.value(id.text());
    }
    out.endArray();
    return Math.min(used, budget);
  }
}
