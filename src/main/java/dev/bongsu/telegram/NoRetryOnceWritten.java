package dev.bongsu.telegram;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/// Prevents OkHttp from repeating a request that it has begun to write: the first may have arrived,
/// and a message would be sent twice. Unlike `retryOnConnectionFailure(false)`, it still lets
/// OkHttp try a host's other addresses when it cannot connect.
final class NoRetryOnceWritten implements Interceptor {
  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    RequestBody body = request.body();
    return body == null
        ? chain.proceed(request)
        : chain.proceed(
            request.newBuilder().method(request.method(), new OneShotBody(body)).build());
  }

  private static final class OneShotBody extends RequestBody {
    private final RequestBody body;

    OneShotBody(RequestBody body) {
      this.body = body;
    }

    @Override
    public @Nullable MediaType contentType() {
      return body.contentType();
    }

    @Override
    public long contentLength() throws IOException {
      return body.contentLength();
    }

    @Override
    public boolean isOneShot() {
      return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      body.writeTo(sink);
    }
  }
}
