package dev.indicia.web;

import dev.indicia.json.CanonicalDocument;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.CountingCallback;
import org.eclipse.jetty.util.NanoTime;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Hands a request on when it has arrived whole, and sends an answer when it is written whole, so
 * that no slow client ever holds a worker.
 *
 * <p>The workers are a bounded pool behind a bounded queue. Jetty's {@code QoSHandler} would not
 * do: it counts a request until its answer has been taken, and few slow readers would use up the
 * count. Nor would a bound on Jetty's own pool: it drops what it cannot queue, without an answer.
 */
final class WholeMessages extends Handler.Wrapper {
  /** How much of a body that is too large is read on. */
  private static final int READ_ON_BYTES = 16 * 1024 * 1024;

  private static final int PART_BYTES = 32 * 1024;

  /** How many chunks of one body are read in one go. */
  private static final int CHUNKS_A_TURN = 256;

  private final Limits limits;
  private final ThreadPoolExecutor workers;

  /** Reads bodies of very many chunks by turns, so that they keep no other request waiting. */
  private final ExecutorService tedious =
      Executors.newSingleThreadExecutor(work -> new Thread(work, "tedious"));

  /** Bytes of bodies that wait for a worker, and of answers that have not been taken yet. */
  private final AtomicLong held = new AtomicLong();

  WholeMessages(Limits limits) {
    this.limits = limits;
    AtomicInteger count = new AtomicInteger();
    this.workers =
        new ThreadPoolExecutor(
            limits.workers(),
            limits.workers(),
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(limits.waiting()),
            work -> new Thread(work, "worker-" + count.incrementAndGet()));
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    new Arrival(request, response, callback).begin();
    return true;
  }

  /**
   * Answers a request with a document, which is sent from where its parts are. Nothing else may be
   * written.
   */
  static void answer(HttpServletRequest request, CanonicalDocument document) {
    Request whole = ServletContextRequest.getServletContextRequest(request);
    Request.as(whole, ArrivedRequest.class).answer = document;
  }

  @Override
  protected void doStop() throws Exception {
    super.doStop();
    workers.shutdown();
    tedious.shutdown();
  }

  /**
   * A request on its way to a worker: reads what is there of its body, and asks to be called again
   * for the rest.
   *
   * <p>A refusal is sent at once; then the body is read on for a while and thrown away, since a
   * client that is cut off while it sends would not get to see the answer. One that asks before it
   * sends has nothing on its way.
   */
  private final class Arrival implements Runnable {
    private final Request request;
    private final Response response;
    private final Callback callback;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private int arrived;
    private @Nullable Callback refused;
    private Scheduler.@Nullable Task deadline;

    Arrival(Request request, Response response, Callback callback) {
      this.request = request;
      this.response = response;
      this.callback = callback;
    }

    void begin() {
      List<String> codings = request.getHeaders().getValuesList(HttpHeader.TRANSFER_ENCODING);
      if (!codings.isEmpty() && !isHttp11()) {
        refuse(HttpStatus.BAD_REQUEST_400);
      } else if (!codings.isEmpty() && !isChunkedAlone(codings)) {
        refuse(HttpStatus.NOT_IMPLEMENTED_501);
      } else if (request.getLength() > limits.bodyBytes()) {
        refuse(HttpStatus.PAYLOAD_TOO_LARGE_413);
      }
      if (refused != null && request.getHeaders().contains(HttpHeader.EXPECT)) {
        complete();
      } else {
        run();
      }
    }

    /**
     * Before HTTP/1.1 there were no transfer codings, and nobody agrees on what they mean there.
     */
    private boolean isHttp11() {
      return request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_1_1;
    }

    /**
     * Jetty leaves out what stands before the chunks, and takes a compressed body for a plain one.
     */
    private static boolean isChunkedAlone(List<String> codings) {
      return codings.size() == 1 && HttpHeaderValue.CHUNKED.is(codings.get(0).strip());
    }

    @Override
    public void run() {
      for (int chunks = 0; chunks < CHUNKS_A_TURN; chunks++) {
        Content.Chunk chunk = request.read();
        if (chunk == null) {
          await();
          return;
        }
        if (Content.Chunk.isFailure(chunk)) {
          failed(chunk.getFailure());
          return;
        }
        take(chunk);
        chunk.release();
        if (chunk.isLast() || arrived > READ_ON_BYTES) {
          complete();
          return;
        }
      }
      tedious.execute(this);
    }

    private void await() {
      if (deadline == null) {
        deadline =
            request
                .getComponents()
                .getScheduler()
                .schedule(
                    () -> request.fail(new TimeoutException()),
                    limits.arrival().toMillis(),
                    TimeUnit.MILLISECONDS);
      }
      request.demand(this);
    }

    private void take(Content.Chunk chunk) {
      arrived += chunk.remaining();
      if (refused != null) {
        return;
      }
      if (arrived > limits.bodyBytes()) {
        refuse(HttpStatus.PAYLOAD_TOO_LARGE_413);
      } else if (held.addAndGet(append(body, chunk.getByteBuffer())) > limits.heldBytes()) {
        refuse(HttpStatus.SERVICE_UNAVAILABLE_503);
      }
    }

    /** The exchange is over when the answer has been sent and the rest of the body read. */
    private void refuse(int status) {
      release();
      refused = new CountingCallback(callback, 2);
      response.getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE);
      Response.writeError(new ReadOnRequest(request), response, refused, status);
    }

    private void failed(Throwable failure) {
      end();
      if (refused == null) {
        release();
        Response.writeError(request, response, callback, status(failure));
      } else {
        refused.succeeded();
      }
    }

    private void complete() {
      end();
      if (refused == null) {
        queue();
      } else {
        refused.succeeded();
      }
    }

    private void end() {
      if (deadline != null) {
        deadline.cancel();
      }
    }

    private void queue() {
      long since = NanoTime.now();
      try {
        workers.execute(() -> work(since));
      } catch (RejectedExecutionException e) {
        release();
        Response.writeError(request, response, callback, HttpStatus.SERVICE_UNAVAILABLE_503);
      }
    }

    private void work(long since) {
      try {
        byte[] bytes = body.toByteArray();
        release();
        ArrivedRequest whole = new ArrivedRequest(request, bytes);
        Response collected = new CollectedResponse(whole, response);
        boolean stale = NanoTime.millisSince(since) > limits.patience().toMillis();
        if (stale || held.get() > limits.heldBytes()) {
          Response.writeError(whole, collected, callback, HttpStatus.SERVICE_UNAVAILABLE_503);
        } else if (!WholeMessages.super.handle(whole, collected, callback)) {
          Response.writeError(whole, collected, callback, HttpStatus.NOT_FOUND_404);
        }
      } catch (Throwable e) {
        // An Error too: nobody else would answer, and the client would wait until it is cut.
        Response.writeError(request, response, callback, e);
      }
    }

    private void release() {
      held.addAndGet(-body.size());
      body.reset();
    }

    private static int status(Throwable failure) {
      if (failure instanceof HttpException malformed) {
        return malformed.getCode();
      }
      return failure instanceof TimeoutException
          ? HttpStatus.REQUEST_TIMEOUT_408
          : HttpStatus.BAD_REQUEST_400;
    }
  }

  /** A refused request; to write the refusal, Jetty would drop the rest of its body unread. */
  private static final class ReadOnRequest extends Request.Wrapper {
    ReadOnRequest(Request request) {
      super(request);
    }

    @Override
    public boolean consumeAvailable() {
      return true;
    }
  }

  /** A request whose body is there. */
  private static final class ArrivedRequest extends Request.Wrapper {
    private final Content.Source body;
    private @Nullable CanonicalDocument answer;

    ArrivedRequest(Request request, byte[] body) {
      super(request);
      this.body = Content.Source.from(ByteBuffer.wrap(body));
    }

    /** Javalin would take the method from this field, and route past what a proxy has allowed. */
    @Override
    public HttpFields getHeaders() {
      return HttpFields.build(super.getHeaders()).remove("X-HTTP-Method-Override");
    }

    @Override
    public Content.Chunk read() {
      return body.read();
    }

    @Override
    public void demand(Runnable demandCallback) {
      body.demand(demandCallback);
    }

    @Override
    public void fail(Throwable failure) {
      body.fail(failure);
      super.fail(failure);
    }

    @Override
    public boolean consumeAvailable() {
      return true;
    }
  }

  /** A response that is sent once it is complete. */
  private final class CollectedResponse extends Response.Wrapper {
    private final ArrivedRequest request;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    CollectedResponse(ArrivedRequest request, Response response) {
      super(request, response);
      this.request = request;
    }

    @Override
    public void write(boolean last, @Nullable ByteBuffer content, Callback callback) {
      append(body, content);
      CanonicalDocument document = request.answer;
      if (!last) {
        callback.succeeded();
      } else if (body.size() > 0) {
        byte[] bytes = body.toByteArray();
        send(new ByteArrayInputStream(bytes), bytes.length, bytes.length, callback);
      } else if (document != null) {
        send(document.stream(), document.length(), document.ownBytes(), callback);
      } else {
        super.write(true, ByteBuffer.allocate(0), callback);
      }
    }

    /**
     * In small parts: for each thread, Java keeps a buffer as large as the largest part.
     *
     * @param memory how many bytes it keeps from being freed
     */
    private void send(InputStream bytes, int count, int memory, Callback callback) {
      getHeaders().put(HttpHeader.CONTENT_LENGTH, count);
      held.addAndGet(memory);
      ByteBufferPool pool = getRequest().getComponents().getByteBufferPool();
      Content.copy(
          Content.Source.from(new ByteBufferPool.Sized(pool, true, PART_BYTES), bytes),
          getWrapped(),
          Callback.from(callback, () -> held.addAndGet(-memory)));
    }
  }

  /** Returns how many bytes there were. */
  private static int append(ByteArrayOutputStream body, @Nullable ByteBuffer content) {
    if (content == null) {
      return 0;
    }
    byte[] bytes = new byte[content.remaining()];
    content.get(bytes);
    body.writeBytes(bytes);
    return bytes.length;
  }
}
