package p2pgossip.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static p2pgossip.wire.OneOf.is;
import static p2pgossip.wire.Part.field;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import p2pgossip.network.Link;

class RecordCodecTest {

  private static final Part<?> FROM = field("from", Values.ADDRESS);
  private static final Part<?> TO = field("to", Values.ADDRESS);

  sealed interface Shape {}

  record Dot(Instant drawnAt) implements Shape {}

  record Ring(long size) implements Shape {}

  private static final OneOf.Case<Dot> DOT = is("dot", Dot.class, field("drawn_at", Values.TIME));

  @Test
  void aComponentThatIsNotDeclaredIsFoundAtOnce() {
    assertThatIllegalStateException().isThrownBy(() -> RecordCodec.of(Link.class, FROM));
    assertThatIllegalStateException().isThrownBy(() -> RecordCodec.of(Link.class, FROM, FROM));
    assertThatIllegalStateException()
        .isThrownBy(() -> RecordCodec.of(Link.class, FROM, TO.as("until")))
        .withMessageContaining("until");
  }

  @Test
  void aRecordOfASealedTypeThatIsNotDeclaredIsFoundAtOnce() {
    assertThatIllegalStateException()
        .isThrownBy(() -> OneOf.of(Shape.class, "shape", DOT))
        .withMessageContaining("dot");
  }

  @Test
  void fieldsAreWrittenInTheOrderInWhichTheyAreDeclared() throws WireException {
    OneOf<Shape> shapes =
        OneOf.of(Shape.class, "shape", DOT, is("ring", Ring.class, field("size", Values.COUNT)));
    String json = "{\"shape\":\"dot\",\"drawn_at\":\"2026-11-22T06:45:06.600Z\"}";

    Shape read = shapes.read(JsonInput.object(json.getBytes(UTF_8), "a shape"));

    assertThat(read).isEqualTo(new Dot(Instant.parse("2026-11-22T06:45:06.6Z")));
    assertThat(JsonOutput.compactText(out -> shapes.write(out, read))).isEqualTo(json);
  }
}
