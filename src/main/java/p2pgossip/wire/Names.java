package p2pgossip.wire;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Digest;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.Hearing;
import p2pgossip.gossip.Interest;
import p2pgossip.gossip.Mutuality;
import p2pgossip.gossip.Offer;
import p2pgossip.gossip.Standing;
import p2pgossip.gossip.Strategy;
import p2pgossip.network.CopyTrip;
import p2pgossip.network.Role;
import p2pgossip.network.Run;
import p2pgossip.scenario.NameChoice;

/// The names of an enum's values on the wire, which don't depend on their names in the program.
final class Names<E extends Enum<E>> implements Codec<E> {

  static final Names<Offer> OFFERS =
      new Names<>(
          Offer.class,
          offer ->
              switch (offer) {
                case SENDER -> "sender";
                case RUMORS -> "rumors";
                case EVENTS -> "events";
                case LEAVE -> "leave";
                case TLS -> "tls";
                case TUNING -> "tuning";
              });

  static final Names<Hearing> HEARINGS =
      new Names<>(
          Hearing.class,
          hearing ->
              switch (hearing) {
                case NEWS -> "news";
                case KNOWN -> "known";
                case UNSAID -> "unsaid";
              });

  static final Names<Digest.Purpose> PURPOSES =
      new Names<>(
          Digest.Purpose.class,
          purpose ->
              switch (purpose) {
                case PULL -> "pull";
                case RECONCILE -> "reconcile";
              });

  static final Names<Failure.Kind> FAILURES =
      new Names<>(
          Failure.Kind.class,
          kind ->
              switch (kind) {
                case UNREACHABLE -> "unreachable";
                case TIMED_OUT -> "timed-out";
                case NOT_A_PEER -> "not-a-peer";
                case REFUSED -> "refused";
                case UNTRUSTED -> "untrusted";
                case UNAUTHORIZED -> "unauthorized";
              });

  static final Names<Mutuality> LINKS =
      new Names<>(
          Mutuality.class,
          link ->
              switch (link) {
                case MUTUAL -> "mutual";
                case ONE_WAY -> "one-way";
                case UNKNOWN -> "unknown";
              });

  static final Names<Standing> STANDINGS =
      new Names<>(
          Standing.class,
          standing ->
              switch (standing) {
                case PENDING -> "pending";
                case CONNECTED -> "connected";
                case LEARNED -> "learned";
                case UNREACHABLE -> "unreachable";
                case REFUSED -> "refused";
              });

  static final Names<Strategy> STRATEGIES = new Names<>(Strategy.class, Strategy::label);

  static final Names<Interest.End> ENDS =
      new Names<>(
          Interest.End.class,
          end ->
              switch (end) {
                case NEVER -> "never";
                case COUNTER -> "counter";
                case COIN -> "coin";
              });

  static final Names<Interest.Contacts> CONTACTS =
      new Names<>(
          Interest.Contacts.class,
          contacts ->
              switch (contacts) {
                case UNNECESSARY -> "feedback";
                case ALL -> "blind";
              });

  static final Names<NameChoice> NAME_CHOICES = new Names<>(NameChoice.class, NameChoice::label);

  static final Names<Run.Time> TIMES = new Names<>(Run.Time.class, Run.Time::label);

  static final Names<CopyTrip.Fate> FATES =
      new Names<>(
          CopyTrip.Fate.class,
          fate ->
              switch (fate) {
                case UNDER_WAY -> "under-way";
                case NEWS -> "news";
                case DUPLICATE -> "duplicate";
                case ARRIVED -> "arrived";
                case LOST -> "lost";
              });

  static final Names<Role> ROLES =
      new Names<>(
          Role.class,
          role ->
              switch (role) {
                case SELF -> "self";
                case CONNECTED -> "connected";
                case LEARNED -> "learned";
                case PENDING -> "pending";
                case UNREACHABLE -> "unreachable";
                case REFUSED -> "refused";
                case HEARD_OF -> "heard-of";
              });

  private final Map<E, String> names;
  private final Map<String, E> values = new LinkedHashMap<>();

  Names(Class<E> type, Function<E, String> naming) {
    names = new EnumMap<>(type);
    for (E value : type.getEnumConstants()) {
      String name = naming.apply(value);
      names.put(value, name);
      values.put(name, value);
    }
  }

  @Override
  public void write(JsonWriter out, E value) throws IOException {
    out.value(of(value));
  }

  @Override
  public E read(Fields in, String name) throws WireException {
    return in.choice(name, this);
  }

  String of(E value) {
    return Objects.requireNonNull(names.get(value));
  }

  /// Null if there is no such value.
  @Nullable E find(String name) {
    return values.get(name);
  }

  /// All of them, as in `"pull" or "reconcile"`.
  String all() {
    return values.keySet().stream()
        .map(name -> '"' + name + '"')
        .collect(Collectors.joining(" or "));
  }
}
