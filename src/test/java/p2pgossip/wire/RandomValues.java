package p2pgossip.wire;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import p2pgossip.fault.Fault;
import p2pgossip.fault.Path;
import p2pgossip.gossip.Copy;
import p2pgossip.gossip.Fingerprint;
import p2pgossip.gossip.Forwarding;
import p2pgossip.gossip.Interest;
import p2pgossip.gossip.InterestLabel;
import p2pgossip.gossip.Peer;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerName;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.Rumor;
import p2pgossip.gossip.RumorId;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Strategy;
import p2pgossip.network.Arrival;
import p2pgossip.network.Conditions;
import p2pgossip.network.CopyTrip;
import p2pgossip.network.Ending;
import p2pgossip.network.Link;
import p2pgossip.network.Naming;
import p2pgossip.network.NetworkNode;
import p2pgossip.network.NetworkPicture;
import p2pgossip.network.Run;
import p2pgossip.network.Spread;
import p2pgossip.network.Surroundings;
import p2pgossip.scenario.Action;
import p2pgossip.scenario.Scenario;
import p2pgossip.scenario.Selection;
import p2pgossip.scenario.SettingsChange;

/// Makes a value of any type on the wire, from its components: whatever is added to a record, or to
/// the permitted types of a sealed type, is tested from then on.
final class RandomValues {

  private static final int MANY = 10_000;

  private final RandomGenerator random;
  private final Map<Class<?>, Supplier<?>> makers = new HashMap<>();

  RandomValues(RandomGenerator random) {
    this.random = random;
    makers.put(boolean.class, random::nextBoolean);
    makers.put(int.class, () -> random.nextInt(MANY));
    makers.put(long.class, this::count);
    makers.put(double.class, random::nextDouble);
    makers.put(String.class, this::text);
    makers.put(Duration.class, () -> Duration.ofNanos(random.nextLong(Long.MAX_VALUE)));
    makers.put(Instant.class, this::time);
    makers.put(InetAddress.class, () -> RandomPeers.address(random).ip());
    makers.put(PeerAddress.class, () -> RandomPeers.address(random));
    makers.put(Peer.class, () -> RandomPeers.peer(random));
    makers.put(PeerName.class, () -> new PeerName("A" + number()));
    makers.put(RumorId.class, () -> RumorId.random(random));
    makers.put(Rumor.class, this::rumor);
    makers.put(Copy.class, this::copy);
    makers.put(PeerSettings.class, this::settings);
    makers.put(Fingerprint.class, this::fingerprint);
    makers.put(Fault.Delay.class, this::delay);
    makers.put(Fault.Partition.class, this::partition);
    makers.put(Selection.These.class, this::these);
    makers.put(Selection.AtRandom.class, () -> new Selection.AtRandom(number()));
    makers.put(SettingsChange.class, this::settingsChange);
    makers.put(Run.class, this::run);
    makers.put(Spread.class, this::spread);
    makers.put(Action.Join.class, () -> new Action.Join(number()));
    makers.put(Spreading.class, () -> settings().spreading());
  }

  /// The records that a sealed type permits, directly or through others.
  static Stream<Class<?>> permitted(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(RandomValues::permitted)
        : Stream.of(type);
  }

  <T> T of(Class<T> type) {
    return type.cast(value(type));
  }

  /// An action whose name or text is not blank, as required.
  <T> T ofNamed(Class<T> type) {
    Supplier<?> usual = makers.put(String.class, () -> "a" + text());
    try {
      return of(type);
    } finally {
      makers.put(String.class, usual == null ? this::text : usual);
    }
  }

  private Object value(Type type) {
    if (type instanceof ParameterizedType generic) {
      Type item = generic.getActualTypeArguments()[0];
      if (generic.getRawType() == Fault.class) {
        Class<?> kind = any(permitted(Fault.class).toArray(Class<?>[]::new));
        return item == Selection.class ? plannedFault(kind) : fault(kind);
      }
      if (generic.getRawType() == Path.class) {
        return value(Path.class);
      }
      Stream<Object> items = IntStream.range(0, random.nextInt(4)).mapToObj(_ -> value(item));
      return generic.getRawType() == Set.class ? new HashSet<>(items.toList()) : items.toList();
    }
    if (type instanceof TypeVariable) {
      // Small and large ones.
      return of(PeerAddress.class);
    }
    Class<?> plain = (Class<?>) type;
    Supplier<?> maker = makers.get(plain);
    if (maker != null) {
      return maker.get();
    }
    if (plain.isEnum()) {
      return any(plain.getEnumConstants());
    }
    return plain.isSealed() ? value(any(plain.getPermittedSubclasses())) : record(plain);
  }

  private Object record(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Object[] values = Arrays.stream(components).map(this::component).toArray();
    try {
      return type.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("no value of " + type, e);
    }
  }

  private @Nullable Object component(RecordComponent component) {
    AnnotatedType annotated = component.getAnnotatedType();
    boolean absent = annotated.isAnnotationPresent(Nullable.class) && random.nextBoolean();
    return absent ? null : value(component.getGenericType());
  }

  private Spread spread() {
    RumorId key = RumorId.random(random);
    List<Arrival> arrivals = some(Arrival.class);
    List<CopyTrip> trips = new ArrayList<>();
    for (CopyTrip trip : some(CopyTrip.class)) {
      trips.add(
          new CopyTrip(
              trip.serial(),
              key,
              trip.from(),
              trip.to(),
              trip.hops(),
              trip.sent(),
              trip.ended(),
              trip.fate(),
              trip.periods()));
    }
    List<NetworkNode> nodes = some(NetworkNode.class);
    Set<Link> links = new HashSet<>();
    if (!nodes.isEmpty()) {
      links.add(new Link(nodes.getFirst().address(), nodes.getLast().address()));
    }
    NetworkPicture network =
        new NetworkPicture(
            nodes.stream().collect(Collectors.toMap(NetworkNode::address, it -> it, (a, _) -> a)),
            links,
            random.nextBoolean() ? links : Set.of(),
            random.nextBoolean(),
            random.nextBoolean()
                ? Naming.NONE
                : new Naming(Map.of(of(PeerAddress.class), of(PeerName.class)), true));
    return new Spread(
        rumor(),
        key,
        arrivals.stream().collect(Collectors.toMap(Arrival::peer, it -> it, (a, _) -> a)),
        random.nextInt(MANY),
        trips,
        count(),
        count(),
        count(),
        random.nextBoolean()
            ? Spread.sentIn(trips)
            : some(Arrival.class).stream()
                .collect(Collectors.toMap(Arrival::peer, Arrival::repeats, (a, _) -> a)),
        of(Conditions.class),
        random.nextBoolean()
            ? null
            : new Ending(
                time(),
                random.nextBoolean(),
                new Surroundings(network, new HashSet<>(some(PeerAddress.class)))));
  }

  private <T> List<T> some(Class<T> type) {
    return IntStream.range(0, random.nextInt(4)).mapToObj(_ -> of(type)).toList();
  }

  private Run run() {
    List<PeerAddress> members =
        IntStream.range(0, random.nextInt(4))
            .mapToObj(_ -> of(PeerAddress.class))
            .distinct()
            .toList();
    return new Run(
        number(),
        random.nextBoolean() ? null : text(),
        random.nextBoolean() ? null : text(),
        number(),
        text(),
        random.nextLong(),
        random.nextInt(members.size() + 1),
        members,
        any(Run.Time.values()),
        random.nextBoolean());
  }

  private <T> T any(T[] values) {
    return values[random.nextInt(values.length)];
  }

  String text() {
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(40); length > 0; length--) {
      int codePoint = random.nextInt(random.nextBoolean() ? 0x80 : 0x11_0000);
      if (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE) {
        text.appendCodePoint(codePoint);
      }
    }
    return text.toString();
  }

  /// One, a range, or any.
  private long count() {
    return random.nextLong(Long.MAX_VALUE) >>> random.nextInt(63);
  }

  private Instant time() {
    return RandomPeers.peer(random).started();
  }

  private Rumor rumor() {
    return new Rumor(RumorId.random(random), RandomPeers.address(random), time(), text());
  }

  private Copy copy() {
    return new Copy(rumor(), random.nextInt(Copy.MOST_HOPS + 1), count());
  }

  private PeerSettings settings() {
    Interest interest =
        new Interest(
            of(Interest.End.class),
            of(Interest.Contacts.class),
            random.nextInt(1, Interest.GREATEST_K + 1));
    Spreading spreading =
        new Spreading(
            of(Strategy.class),
            random.nextInt(1, Spreading.GREATEST_FANOUT + 1),
            interest,
            random.nextInt(1, Copy.MOST_HOPS + 1),
            random.nextBoolean()
                ? Forwarding.DEFAULT
                : new Forwarding(
                    random.nextDouble(), random.nextInt(Forwarding.MOST_FLOOD_HOPS + 1)));
    return new PeerSettings(
        Duration.ofSeconds(random.nextLong(1, 86_400), random.nextInt(1_000_000_000)),
        random.nextBoolean(),
        random.nextBoolean(),
        random.nextBoolean() ? text() : null,
        random.nextBoolean(),
        random.nextInt(1, 1_001),
        random.nextInt(1, 100_001),
        random.nextBoolean(),
        spreading,
        random.nextBoolean(),
        random.nextBoolean());
  }

  private Fingerprint fingerprint() {
    byte[] hash = new byte[32];
    random.nextBytes(hash);
    return new Fingerprint("SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(hash));
  }

  private Fault<PeerAddress> delay() {
    long mean = random.nextLong(Fault.Delay.LONGEST.toNanos() + 1);
    return new Fault.Delay<>(
        path(), Duration.ofNanos(mean), Duration.ofNanos(random.nextLong(mean + 1)));
  }

  @SuppressWarnings("unchecked")
  private Path<PeerAddress> path() {
    return (Path<PeerAddress>) value(Path.class);
  }

  private Fault<PeerAddress> partition() {
    List<PeerAddress> peers = new ArrayList<>(RandomPeers.known(random, 6).keySet());
    return new Fault.Partition<>(
        List.of(
            Set.copyOf(peers.subList(0, 1)),
            Set.copyOf(peers.subList(1, 4)),
            Set.copyOf(peers.subList(4, 6))));
  }

  private int number() {
    return random.nextInt(1, Scenario.MOST_PEERS + 1);
  }

  /// Only what can be written: if interest is never lost, its other values don't count.
  private Selection.These these() {
    int first = random.nextInt(1, 400);
    return switch (random.nextInt(3)) {
      case 0 -> new Selection.These(first);
      case 1 -> new Selection.These(IntStream.range(first, first + 100).boxed().toList());
      default ->
          new Selection.These(Stream.generate(this::number).limit(random.nextInt(1, 9)).toList());
    };
  }

  /// A fault in force.
  @SuppressWarnings("unchecked")
  Fault<PeerAddress> fault(Class<?> kind) {
    return (Fault<PeerAddress>) value(kind);
  }

  /// A fault in a scenario.
  Fault<Selection> plannedFault(Class<?> kind) {
    return switch (fault(kind)) {
      case Fault.Freeze<PeerAddress> _ -> new Fault.Freeze<>(of(Selection.class));
      case Fault.OverPath<PeerAddress> it -> it.over(plannedPath());
      case Fault.Partition<PeerAddress> _ -> plannedPartition();
    };
  }

  private Path<Selection> plannedPath() {
    return switch (random.nextInt(4)) {
      case 0 -> new Path.OneWay<>(one(), one());
      case 1 -> new Path.Between<>(one(), one());
      case 2 -> new Path.Around<>(of(Selection.class).parts());
      default -> new Path.Everywhere<>();
    };
  }

  private Selection one() {
    return new Selection.These(number());
  }

  private Fault<Selection> plannedPartition() {
    int cut = random.nextInt(2, 500);
    return new Fault.Partition<>(
        List.of(
            new Selection.These(IntStream.range(1, cut).boxed().toList()).parts(),
            new Selection.These(cut).parts()));
  }

  /// As far as it can be written: where interest is never lost, nothing else of it counts.
  private SettingsChange settingsChange() {
    PeerSettings settings = settings();
    Interest interest = InterestLabel.parse(InterestLabel.of(settings.spreading().interest()));
    return SettingsChange.of(settings.withSpreading(settings.spreading().withInterest(interest)));
  }
}
