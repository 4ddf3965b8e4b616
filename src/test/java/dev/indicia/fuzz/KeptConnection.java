package dev.indicia.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.code_intelligence.jazzer.api.BugDetectors;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/**
 * A connection that is kept for many requests, one after the other, and opened anew where the
 * service has closed it. A client of the JDK takes longer than the service does.
 */
final class KeptConnection {
  private static final int PATIENCE_MILLIS = 15_000;
  private static final int LONGEST_HEAD = 8 * 1024;

  private final int port;
  private @Nullable Socket socket;
  private @Nullable InputStream in;

  /** One answer. */
  static final class Answer {
    private final int status;
    private final String head;
    private final byte[] body;

    private Answer(int status, String head, byte[] body) {
      this.status = status;
      this.head = head;
      this.body = body;
    }

    int status() {
      return status;
    }

    /** Status line and header fields. */
    String head() {
      return head;
    }

    /** Not a copy. */
    byte[] body() {
      return body;
    }
  }

  KeptConnection(int port) {
    this.port = port;
  }

  /**
   * Sends a body to be evaluated.
   *
   * @param chunked whether in two chunks, instead of with its length
   */
  Answer evaluate(byte[] body, boolean chunked) throws IOException {
    byte[] request = request(body, chunked);
    boolean kept = socket != null;
    try {
      return exchange(request);
    } catch (IOException cut) {
      close();
      if (!kept) {
        throw cut;
      }
      // It was closed after the answer before, which HTTP allows.
      return exchange(request);
    }
  }

  private Answer exchange(byte[] request) throws IOException {
    Socket to = socket;
    InputStream from = in;
    if (to == null || from == null) {
      to = new Socket();
      // Jazzer takes a connection for one that the input has asked for, and forgets what it was
      // allowed with each execution.
      BugDetectors.allowNetworkConnections((host, number) -> number == port);
      to.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
      to.setSoTimeout(PATIENCE_MILLIS);
      to.setTcpNoDelay(true);
      from = new BufferedInputStream(to.getInputStream(), 64 * 1024);
      socket = to;
      in = from;
    }
    to.getOutputStream().write(request);
    String head = head(from);
    int length = Integer.parseInt(field(head, "Content-Length", "0"));
    byte[] body = from.readNBytes(length);
    if (body.length < length) {
      throw new EOFException("The body ends before its length");
    }
    if (field(head, "Connection", "").equalsIgnoreCase("close")) {
      close();
    }
    return new Answer(Integer.parseInt(head.substring(9, 12)), head, body);
  }

  private void close() throws IOException {
    if (socket != null) {
      socket.close();
    }
    socket = null;
    in = null;
  }

  private static byte[] request(byte[] body, boolean chunked) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(body.length + 256);
    write(
        out,
        "POST /v1/evaluations HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n");
    if (!chunked) {
      write(out, "Content-Length: " + body.length + "\r\n\r\n");
      out.writeBytes(body);
      return out.toByteArray();
    }
    write(out, "Transfer-Encoding: chunked\r\n\r\n");
    int half = body.length / 2;
    chunk(out, body, 0, half);
    chunk(out, body, half, body.length);
    write(out, "0\r\n\r\n");
    return out.toByteArray();
  }

  /** A chunk without bytes would end the body. */
  private static void chunk(ByteArrayOutputStream out, byte[] body, int from, int to) {
    if (from < to) {
      write(out, Integer.toHexString(to - from) + "\r\n");
      out.write(body, from, to - from);
      write(out, "\r\n");
    }
  }

  private static void write(ByteArrayOutputStream out, String text) {
    out.writeBytes(text.getBytes(ISO_8859_1));
  }

  /** Status line and header fields, read without a byte of what follows. */
  private static String head(InputStream in) throws IOException {
    byte[] bytes = new byte[LONGEST_HEAD];
    in.mark(bytes.length);
    int length = 0;
    int end = -1;
    while (end < 0) {
      int more = in.read(bytes, length, bytes.length - length);
      if (more <= 0) {
        throw new EOFException("The connection ends within an answer's head");
      }
      length += more;
      end = new String(bytes, 0, length, ISO_8859_1).indexOf("\r\n\r\n");
    }
    in.reset();
    in.skipNBytes(end + 4L);
    return new String(bytes, 0, end + 4, ISO_8859_1);
  }

  /** A field that Jetty writes with this name. */
  private static String field(String head, String name, String otherwise) {
    int start = head.indexOf("\r\n" + name + ": ");
    if (start < 0) {
      return otherwise;
    }
    int value = start + name.length() + 4;
    return head.substring(value, head.indexOf("\r\n", value));
  }
}
