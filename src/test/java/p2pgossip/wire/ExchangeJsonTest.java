package p2pgossip.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import p2pgossip.gossip.Copy;
import p2pgossip.gossip.Digest;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.Reply;
import p2pgossip.gossip.Rumor;
import p2pgossip.gossip.RumorId;
import p2pgossip.testing.Words;
import p2pgossip.wire.ExchangeJson.Question;

class ExchangeJsonTest {

  private static final PeerAddress PEER = PeerAddress.parse("10.0.0.7:8080");
  private static final PeerAddress LONGEST =
      PeerAddress.parse("[1111:2222:3333:4444:5555:6666:7777:8888]:65535");
  private static final RumorId ID = new RumorId("60303ae22b998861");
  private static final RumorId OTHER_ID = new RumorId("9f86d081884c7d65");

  private static final String QUESTION =
      "{\"from\":\"10.0.0.7:8080\",\"purpose\":\"reconcile\","
          + "\"have\":[\"60303ae22b998861\",\"9f86d081884c7d65\"]}";

  private static final String ANSWER =
      "{\"wanted\":[\"60303ae22b998861\"],\"copies\":[{\"id\":\"fd61a03af4f77d87\","
          + "\"origin\":\"10.0.0.9:8080\",\"born\":\"2026-11-22T06:45:11Z\",\"hops\":2,"
          + "\"copy\":17,\"text\":\"It rains\"}]}";

  private static final Reply.Exchanged EXCHANGED =
      new Reply.Exchanged(
          List.of(
              new Copy(
                  new Rumor(
                      new RumorId("fd61a03af4f77d87"),
                      PeerAddress.parse("10.0.0.9:8080"),
                      Instant.parse("2026-11-22T06:45:11Z"),
                      "It rains"),
                  2,
                  17)),
          Set.of(ID));

  private interface Reader {
    Object read(byte[] body) throws WireException;
  }

  private static String reasonFor(Reader reader, String json) {
    return Refusals.reasonFor(it -> reader.read(it.getBytes(UTF_8)), json);
  }

  private static Set<RumorId> ids(int count, int length) {
    return IntStream.range(0, count)
        .mapToObj(i -> new RumorId("x".repeat(length - 5) + (10_000 + i)))
        .collect(Collectors.toSet());
  }

  @Test
  void aQuestionLooksAsTheProtocolHasIt() throws WireException {
    Digest digest = new Digest(Set.of(OTHER_ID, ID), Digest.Purpose.RECONCILE);
    assertThat(ExchangeJson.writeQuestion(PEER, digest)).asString(UTF_8).isEqualTo(QUESTION);
    assertThat(ExchangeJson.readQuestion(QUESTION.getBytes(UTF_8)))
        .isEqualTo(new Question(PEER, digest));
  }

  @Test
  void anAnswerLooksAsTheProtocolHasIt() throws WireException {
    assertThat(ExchangeJson.writeAnswer(EXCHANGED)).asString(UTF_8).isEqualTo(ANSWER);
    assertThat(ExchangeJson.readAnswer(ANSWER.getBytes(UTF_8))).isEqualTo(EXCHANGED);
  }

  @Test
  void everyQuestionIsReadAsItWasWritten() throws WireException {
    RandomValues values = new RandomValues(new Random(20261122));
    for (int i = 0; i < 500; i++) {
      Question question = values.of(Question.class);
      assertThat(
              ExchangeJson.readQuestion(
                  ExchangeJson.writeQuestion(question.from(), question.digest())))
          .isEqualTo(question);
    }
  }

  @Test
  void aFullDigestOfOurIdsFitsIntoAQuestion() throws WireException {
    Digest full = new Digest(ids(Digest.MOST, 16), Digest.Purpose.PULL);
    byte[] body = ExchangeJson.writeQuestion(LONGEST, full);
    assertThat(body).hasSizeLessThanOrEqualTo(ExchangeJson.LARGEST_QUESTION);
    assertThat(ExchangeJson.readQuestion(body)).isEqualTo(new Question(LONGEST, full));
  }

  @Test
  void idsThatDoNotFitAreLeftOutOfAQuestion() throws WireException {
    Digest full = new Digest(ids(Digest.MOST, 64), Digest.Purpose.PULL);
    byte[] body = ExchangeJson.writeQuestion(LONGEST, full);
    assertThat(body).hasSizeBetween(32_500, ExchangeJson.LARGEST_QUESTION);
    assertThat(full.have()).containsAll(ExchangeJson.readQuestion(body).digest().have());
  }

  @Test
  void anIdGivenTwiceCountsOnce() throws WireException {
    assertThat(
            ExchangeJson.readQuestion(
                    QUESTION.replace("9f86d081884c7d65", ID.text()).getBytes(UTF_8))
                .digest()
                .have())
        .containsExactly(ID);
  }

  @Test
  void copiesThatDoNotFitAreLeftOutOfAnAnswer() throws WireException {
    Copy worst =
        new Copy(
            new Rumor(
                new RumorId("x".repeat(64)),
                LONGEST,
                Instant.EPOCH,
                "\u0001".repeat(PeerSettings.LONGEST_TEXT)),
            10_000,
            Long.MAX_VALUE);
    byte[] body =
        ExchangeJson.writeAnswer(
            new Reply.Exchanged(Collections.nCopies(50, worst), ids(Digest.MOST, 64)));
    assertThat(body).hasSizeLessThanOrEqualTo(ExchangeJson.LARGEST_ANSWER);
    Reply.Exchanged read = ExchangeJson.readAnswer(body);
    assertThat(read.copies()).isNotEmpty().containsOnly(worst);
    assertThat(read.wanted()).hasSizeGreaterThan(300);
  }

  @Test
  void copiesAreKeptInTheirOrderUpToTheFirstThatDoesNotFit() throws WireException {
    RandomValues values = new RandomValues(new Random(7));
    List<Copy> copies = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      Copy copy = values.of(Copy.class);
      copies.add(new Copy(copy.rumor(), Math.max(1, copy.hops()), copy.number()));
    }
    byte[] body = ExchangeJson.writeAnswer(new Reply.Exchanged(copies, Set.of()));
    assertThat(body).hasSizeBetween(64_000, ExchangeJson.LARGEST_ANSWER);
    List<Copy> read = ExchangeJson.readAnswer(body).copies();
    assertThat(read).hasSizeGreaterThan(100).isEqualTo(copies.subList(0, read.size()));
  }

  @Test
  void theMostCopiesOfThisProgramFitIntoAnAnswer() throws WireException {
    List<Copy> copies =
        IntStream.range(0, 100)
            .mapToObj(
                i ->
                    new Copy(
                        new Rumor(
                            new RumorId("%016x".formatted(i)),
                            LONGEST,
                            Instant.parse("2026-11-22T06:45:06.123456789Z"),
                            "x".repeat(40 * 1_024 / 100)),
                        10_000,
                        Integer.MAX_VALUE))
            .toList();
    Reply.Exchanged answer = new Reply.Exchanged(copies, ids(100, 16));
    assertThat(ExchangeJson.readAnswer(ExchangeJson.writeAnswer(answer))).isEqualTo(answer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | \"from\" is missing",
        "[] | a question for rumours … object, not an array",
        "{\"from\":\"nobody\"} | \"from\" … address … not \"nobody\"",
        "{\"from\":\"10.0.0.7:1\"} | \"purpose\" is missing",
        "{\"from\":\"10.0.0.7:1\",\"purpose\":\"push\"} | \"purpose\" must be \"pull\" or"
            + " \"reconcile\", not \"push\"",
        "{\"from\":\"10.0.0.7:1\",\"purpose\":\"pull\"} | \"have\" is missing",
        "{\"from\":\"10.0.0.7:1\",\"purpose\":\"pull\",\"have\":\"a\"} | \"have\" … array, not a"
            + " string",
        "{\"from\":\"10.0.0.7:1\",\"purpose\":\"pull\",\"have\":[7]} | \"have\" … strings, not a"
            + " number",
        "{\"from\":\"10.0.0.7:1\",\"purpose\":\"pull\",\"have\":[\"a b\"]} | \"have\" … 1 to 64"
            + " letters … not \"a b\"",
        "{\"from\":\"10.0.0.7:1\",\"from\":\"10.0.0.7:1\"} | \"from\" is given twice",
        "{\"from\":\"10.0.0.7:1\" | … ends too early"
      })
  void anythingButAQuestionIsRefusedInWords(String json, String reason) {
    assertThat(reasonFor(ExchangeJson::readQuestion, json)).matches(Words.of(reason));
  }

  @Test
  void tooManyIdsAreRefused() {
    Set<RumorId> many = new HashSet<>(ids(Digest.MOST + 1, 5));
    String list =
        many.stream().map(id -> "\"" + id + "\"").collect(Collectors.joining(",", "[", "]"));
    assertThat(
            reasonFor(
                ExchangeJson::readQuestion,
                "{\"from\":\"10.0.0.7:1\",\"purpose\":\"pull\",\"have\":" + list + "}"))
        .matches(Words.of("\"have\" … at most 1024 … not 1025"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"wanted\":[\"60303ae22b998861\"], | '' | \"wanted\" is missing",
        "\"hops\":2 | \"hops\":0 | \"hops\" of item 1 of \"copies\" … whole number … from 1 to"
            + " 10000, not 0",
        "\"text\":\"It rains\" | \"message\":\"It rains\" | \"text\" of item 1 of \"copies\" is"
            + " missing",
        "\"copies\":[ | \"copies\":[null, | \"copies\" … objects, not null"
      })
  void anAnswerWithAnythingWrongInItIsRefused(String right, String wrong, String reason) {
    assertThat(reasonFor(ExchangeJson::readAnswer, ANSWER.replace(right, wrong)))
        .matches(Words.of(reason));
  }

  @Test
  void aCopyWithoutANumberIsNotCounted() throws WireException {
    assertThat(
            ExchangeJson.readAnswer(ANSWER.replace("\"copy\":17,", "").getBytes(UTF_8))
                .copies()
                .getFirst()
                .number())
        .isZero();
  }
}
