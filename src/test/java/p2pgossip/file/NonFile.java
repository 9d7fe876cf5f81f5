package p2pgossip.file;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/// Things other than readable files that a name may stand for. For tests on Linux.
public enum NonFile {
  DIRECTORY {
    @Override
    public Path make(Path folder) throws IOException {
      return Files.createDirectory(folder.resolve("directory"));
    }
  },
  PIPE {
    @Override
    public Path make(Path folder) throws IOException, InterruptedException {
      Path pipe = folder.resolve("pipe");
      int status = new ProcessBuilder("mkfifo", pipe.toString()).inheritIO().start().waitFor();
      if (status != 0) {
        throw new IOException("mkfifo ended with " + status);
      }
      return pipe;
    }
  },
  SOCKET {
    @Override
    public Path make(Path folder) throws IOException {
      Path socket = folder.resolve("socket");
      try (ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
        channel.bind(UnixDomainSocketAddress.of(socket));
      }
      return socket;
    }
  },
  ZERO {
    @Override
    public Path make(Path folder) {
      return Path.of("/dev/zero");
    }
  },
  FULL {
    @Override
    public Path make(Path folder) {
      return Path.of("/dev/full");
    }
  },
  LINK_TO_ZERO {
    @Override
    public Path make(Path folder) throws IOException {
      return Files.createSymbolicLink(folder.resolve("zero"), Path.of("/dev/zero"));
    }
  },
  /// Takes no room on the disk.
  HUGE {
    @Override
    public Path make(Path folder) throws IOException {
      Path file = folder.resolve("huge");
      try (RandomAccessFile huge = new RandomAccessFile(file.toFile(), "rw")) {
        huge.setLength(1L << 40);
      }
      return file;
    }
  },
  /// A file whose first page can't be read by anybody.
  BROKEN_DISK {
    @Override
    public Path make(Path folder) {
      return Path.of("/proc/self/mem");
    }
  },
  NOTHING {
    @Override
    public Path make(Path folder) {
      return folder.resolve("nothing");
    }
  },
  UNDER_A_FILE {
    @Override
    public Path make(Path folder) throws IOException {
      return Files.writeString(folder.resolve("file"), "").resolve("below");
    }
  };

  /// Creates it and returns its path.
  public abstract Path make(Path folder) throws IOException, InterruptedException;
}
