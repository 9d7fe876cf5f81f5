package p2pgossip.net;

import io.undertow.connector.ByteBufferPool;
import io.undertow.server.DefaultByteBufferPool;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.Xnio;
import org.xnio.XnioIoThread;
import org.xnio.XnioWorker;

/// The threads and buffers that all servers of a process share; their number does not depend on the
/// number of peers. They are daemons, so they don't keep the process alive.
public final class NetworkThreads implements AutoCloseable {

  private static final int BUFFER_SIZE = 16 * 1024;
  private static final long CLOSING_MILLIS = 500;

  private final XnioWorker worker;
  private final ByteBufferPool buffers;
  private final Strangers strangers;
  private final OwnConnections own;
  private final Intake intake = new Intake();
  private final AtomicBoolean closed = new AtomicBoolean();

  /// Loads the classes that make the first start slow, and starts nothing. Optional; runs on a
  /// thread of its own beside other work.
  public static void load() {
    // XNIO registers with JMX, whose set-up takes as long as everything else: both run at once.
    Thread.ofPlatform()
        .daemon()
        .name("loading-jmx")
        .start(ManagementFactory::getPlatformMBeanServer);
    Xnio.getInstance(NetworkThreads.class.getClassLoader());
  }

  /// Starts as many IO threads as there are processors, 2 to 4.
  public NetworkThreads() {
    this(new OwnConnections());
  }

  /// As [#NetworkThreads()].
  ///
  /// @param own the connections opened by the clients of this process
  public NetworkThreads(OwnConnections own) {
    this(Math.clamp(Runtime.getRuntime().availableProcessors(), 2, 4), own);
  }

  public NetworkThreads(int ioThreads) {
    this(ioThreads, new OwnConnections());
  }

  private NetworkThreads(int ioThreads, OwnConnections own) {
    this.own = own;
    OptionMap options =
        OptionMap.builder()
            .set(Options.WORKER_NAME, "p2pgossip-server")
            .set(Options.WORKER_IO_THREADS, ioThreads)
            // Handlers stay on the IO threads; a task thread exists only while XNIO needs one.
            .set(Options.WORKER_TASK_CORE_THREADS, 1)
            .set(Options.WORKER_TASK_MAX_THREADS, 2)
            .set(Options.THREAD_DAEMON, true)
            .getMap();
    worker =
        Xnio.getInstance(NetworkThreads.class.getClassLoader())
            .createWorkerBuilder()
            .populateFromOptions(options)
            .build();
    buffers = new DefaultByteBufferPool(true, BUFFER_SIZE, -1, 4);
    strangers = new Strangers(worker.getIoThread(0), new SplittableRandom());
  }

  /// Callers that want to prove that they know the password of a peer of this process.
  Strangers strangers() {
    return strangers;
  }

  XnioWorker worker() {
    return worker;
  }

  OwnConnections own() {
    return own;
  }

  /// What all servers of the process have read and not answered yet.
  Intake intake() {
    return intake;
  }

  ByteBufferPool buffers() {
    return buffers;
  }

  /// Whether the calling thread is one that serves requests, and so must not wait for them.
  static boolean isIoThread() {
    return XnioIoThread.currentThread() != null;
  }

  /// Waits until every IO thread has run its pending tasks, for `limit` at most.
  ///
  /// @throws java.util.concurrent.RejectedExecutionException when the threads have ended
  void awaitPending(Duration limit) throws InterruptedException {
    int count = worker.getIoThreadCount();
    CountDownLatch done = new CountDownLatch(count);
    for (int i = 0; i < count; i++) {
      worker.getIoThread(i).execute(done::countDown);
    }
    boolean _ = done.await(limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// Ends the threads, which takes half a second at most. The servers must be closed before. Must
  /// not be called from a thread that serves requests. Idempotent.
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    strangers.close();
    worker.shutdown();
    try {
      if (!worker.awaitTermination(CLOSING_MILLIS, TimeUnit.MILLISECONDS)) {
        worker.shutdownNow();
      }
    } catch (InterruptedException e) {
      worker.shutdownNow();
      Thread.currentThread().interrupt();
    } finally {
      buffers.close();
    }
  }
}
