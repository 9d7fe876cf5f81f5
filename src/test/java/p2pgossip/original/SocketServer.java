package p2pgossip.original;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Accepts connections and holds a conversation on each, on a virtual thread of its own.
final class SocketServer implements AutoCloseable {

  /// The conversation on one connection, which is closed afterwards.
  interface Conversation {
    /// An exception ends only the conversation: the other end went away, or this one.
    void hold(Socket socket) throws IOException;
  }

  private final ServerSocket listener;
  private final Conversation conversation;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

  /// Takes over `listener`, and starts at once.
  SocketServer(ServerSocket listener, Conversation conversation) {
    this.listener = listener;
    this.conversation = conversation;
    start("accept " + listener.getLocalPort(), this::accept);
  }

  private void accept() {
    while (!listener.isClosed()) {
      Socket socket;
      try {
        socket = listener.accept();
      } catch (IOException e) {
        // Either the listener is closed, or a caller was gone before it was accepted.
        continue;
      }
      open.add(socket);
      start("serve " + socket.getRemoteSocketAddress(), () -> serve(socket));
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      if (!listener.isClosed()) {
        conversation.hold(socket);
      }
    } catch (IOException e) {
      // The end of a conversation is expected; tests record what was said before it.
      return;
    } finally {
      open.remove(socket);
    }
  }

  private void start(String name, Runnable task) {
    Thread thread = Thread.ofVirtual().name(name).unstarted(() -> run(task));
    threads.add(thread);
    thread.start();
  }

  private void run(Runnable task) {
    try {
      task.run();
    } finally {
      threads.remove(Thread.currentThread());
    }
  }

  /// Closes every connection and waits for the threads to end. Idempotent; not from one of its own
  /// threads.
  @Override
  public void close() {
    try {
      listener.close();
      for (Socket socket : open) {
        socket.close();
      }
      for (Thread thread : threads) {
        thread.interrupt();
        thread.join();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
