package dev.indicia.web;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A client that sends what no proper client would. */
final class RawClient implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final Socket socket = new Socket();
  private final InputStream in;

  /**
   * One answer.
   *
   * @param status HTTP status
   * @param headers fields by name in lower case
   * @param body as UTF-8
   */
  record Answer(int status, Map<String, String> headers, String body) {
    String header(String name) {
      return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }
  }

  private RawClient(int port, int receiveBuffer) {
    try {
      if (receiveBuffer > 0) {
        socket.setReceiveBufferSize(receiveBuffer);
      }
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) PATIENCE.toMillis());
      socket.setSoTimeout((int) PATIENCE.toMillis());
      socket.setTcpNoDelay(true);
      in = new BufferedInputStream(socket.getInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static RawClient to(TestService service) {
    return new RawClient(service.port(), 0);
  }

  /** A client that lets only so much be on its way to it, in bytes. */
  static RawClient withReceiveBuffer(int port, int bytes) {
    return new RawClient(port, bytes);
  }

  /** The answer to one request, sent on a connection of its own. */
  static Answer exchange(TestService service, String request) {
    try (RawClient client = to(service)) {
      return client.send(request).answer();
    }
  }

  RawClient send(String latin1) {
    try {
      socket.getOutputStream().write(latin1.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether something of an answer is there. */
  boolean hasAnswer() {
    try {
      return in.available() > 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The next answer, whose length must be declared. */
  Answer answer() {
    try {
      String statusLine = line();
      Map<String, String> headers = new TreeMap<>();
      for (String line = line(); !line.isEmpty(); line = line()) {
        int colon = line.indexOf(':');
        headers.put(
            line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
      }
      int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
      String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
      return new Answer(Integer.parseInt(statusLine.split(" ", -1)[1]), headers, body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads up to so many bytes away, and returns how many there were before the end. */
  long skip(long bytes) {
    long skipped = 0;
    try {
      while (skipped < bytes && in.read() >= 0) {
        skipped++;
      }
    } catch (IOException e) {
      // The connection was cut.
    }
    return skipped;
  }

  /** Whether the server ends the connection, with nothing more to read. */
  boolean isCut() {
    try {
      return in.read() < 0;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new IOException("The connection ended within '" + line + "'");
      }
      line.write(b);
    }
    return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
