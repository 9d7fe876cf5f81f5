package p2pgossip.metrics;

import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.SummarySnapshot;
import io.prometheus.metrics.model.snapshots.SummarySnapshot.SummaryDataPointSnapshot;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import p2pgossip.gossip.Standing;
import p2pgossip.net.Page;
import p2pgossip.profile.Counts;
import p2pgossip.profile.JvmReading;
import p2pgossip.profile.Latencies;
import p2pgossip.profile.PeerFigures;
import p2pgossip.profile.RequestKind;

/// Writes the figures of a peer, and of its JVM, in the text format of Prometheus, version 0.0.4.
/// The names of the peer's figures begin with `p2pgossip_`; those of the JVM are the same as in
/// Prometheus' own library for Java. Thread-safe.
public final class PrometheusPage implements Function<PeerFigures, Page> {

  private static final double NANOS = 1e-9;

  /// From the loopback to the time limit of a request.
  private static final List<Duration> BOUNDS =
      List.of(
          Duration.ofMillis(1),
          Duration.ofNanos(2_500_000),
          Duration.ofMillis(5),
          Duration.ofMillis(10),
          Duration.ofMillis(25),
          Duration.ofMillis(50),
          Duration.ofMillis(100),
          Duration.ofMillis(250),
          Duration.ofMillis(500),
          Duration.ofSeconds(1),
          Duration.ofMillis(2_500),
          Duration.ofSeconds(5));

  private final PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.create();
  private final Supplier<JvmReading> jvm;

  /// @param jvm read for each page
  public PrometheusPage(Supplier<JvmReading> jvm) {
    this.jvm = jvm;
  }

  @Override
  public Page apply(PeerFigures figures) {
    MetricSnapshots.Builder page = MetricSnapshots.builder();
    addPeer(figures, page);
    addJvm(jvm.get(), page);
    ByteArrayOutputStream body = new ByteArrayOutputStream(8_192);
    try {
      writer.write(body, page.build());
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return new Page(writer.getContentType(), body.toByteArray());
  }

  private static void addPeer(PeerFigures figures, MetricSnapshots.Builder page) {
    page.metricSnapshot(
        byKind("p2pgossip_messages_sent", "Requests that this peer sent.", figures.meter().sent()));
    page.metricSnapshot(
        byKind(
            "p2pgossip_messages_failed",
            "Requests of this peer that were not answered, or not properly.",
            figures.meter().failed()));
    page.metricSnapshot(
        byKind(
            "p2pgossip_messages_received",
            "Requests that others sent to this peer.",
            figures.meter().received()));
    page.metricSnapshot(durations(figures.meter().latencies()));
    page.metricSnapshot(
        counter(
            "p2pgossip_periods",
            "Periods of this peer that have begun.",
            figures.meter().periods()));
    page.metricSnapshot(
        counter(
            "p2pgossip_periods_late",
            "Periods that began more than a tenth of their length, or 100 ms, after their time.",
            figures.meter().late()));
    page.metricSnapshot(
        counter(
            "p2pgossip_periods_skipped",
            "Periods that never began, because their time had passed.",
            figures.meter().skipped()));
    page.metricSnapshot(known(figures));
    page.metricSnapshot(
        gauge("p2pgossip_rumors_kept", "Rumours that this peer keeps.", figures.rumors()));
    page.metricSnapshot(
        gauge("p2pgossip_event_followers", "Readers of this peer's events.", figures.followers()));
  }

  private static void addJvm(JvmReading jvm, MetricSnapshots.Builder page) {
    page.metricSnapshot(gauge("jvm_threads_current", "Live threads.", jvm.threads()));
    Labels heap = Labels.of("area", "heap");
    page.metricSnapshot(
        gauge("jvm_memory_used_bytes", "Memory of the JVM in use.", heap, jvm.heapUsed()));
    page.metricSnapshot(
        gauge("jvm_memory_max_bytes", "Memory to which the JVM may grow.", heap, jvm.heapMost()));
    jvm.resident()
        .ifPresent(
            bytes ->
                page.metricSnapshot(
                    gauge(
                        "process_resident_memory_bytes",
                        "Resident memory of the process.",
                        bytes)));
    page.metricSnapshot(
        SummarySnapshot.builder()
            .name("jvm_gc_collection_seconds")
            .help("Time spent in garbage collection.")
            .dataPoint(
                SummaryDataPointSnapshot.builder()
                    .count(jvm.collections())
                    .sum(jvm.collecting().toNanos() * NANOS)
                    .build())
            .build());
  }

  private static CounterSnapshot byKind(String name, String help, Counts counts) {
    CounterSnapshot.Builder counter = CounterSnapshot.builder().name(name).help(help);
    for (RequestKind kind : RequestKind.values()) {
      counter.dataPoint(
          CounterDataPointSnapshot.builder()
              .labels(Labels.of("kind", kind.label()))
              .value(counts.of(kind))
              .build());
    }
    return counter.build();
  }

  private static HistogramSnapshot durations(Latencies latencies) {
    ClassicHistogramBuckets.Builder buckets = ClassicHistogramBuckets.builder();
    long below = 0;
    for (Duration bound : BOUNDS) {
      long upTo = latencies.countUpTo(bound);
      buckets.bucket(bound.toNanos() * NANOS, upTo - below);
      below = upTo;
    }
    buckets.bucket(Double.POSITIVE_INFINITY, latencies.count() - below);
    return HistogramSnapshot.builder()
        .name("p2pgossip_request_duration_seconds")
        .help("Time from sending a request to the end of its answer, for answered requests.")
        .dataPoint(
            HistogramDataPointSnapshot.builder()
                .classicHistogramBuckets(buckets.build())
                .sum(latencies.total().toNanos() * NANOS)
                .build())
        .build();
  }

  private static GaugeSnapshot known(PeerFigures figures) {
    GaugeSnapshot.Builder known =
        GaugeSnapshot.builder()
            .name("p2pgossip_known_peers")
            .help("Peers that this peer knows, by standing.");
    for (Standing standing : Standing.values()) {
      known.dataPoint(
          GaugeDataPointSnapshot.builder()
              .labels(Labels.of("standing", standing.name().toLowerCase(Locale.ROOT)))
              .value(figures.known().getOrDefault(standing, 0))
              .build());
    }
    return known.build();
  }

  private static CounterSnapshot counter(String name, String help, long value) {
    return CounterSnapshot.builder()
        .name(name)
        .help(help)
        .dataPoint(CounterDataPointSnapshot.builder().value(value).build())
        .build();
  }

  private static GaugeSnapshot gauge(String name, String help, double value) {
    return gauge(name, help, Labels.EMPTY, value);
  }

  private static GaugeSnapshot gauge(String name, String help, Labels labels, double value) {
    return GaugeSnapshot.builder()
        .name(name)
        .help(help)
        .dataPoint(GaugeDataPointSnapshot.builder().labels(labels).value(value).build())
        .build();
  }
}
