package dev.cadre.llm.openai;

import com.openai.core.RequestOptions;
import com.openai.core.http.Headers;
import com.openai.core.http.HttpClient;
import com.openai.core.http.HttpRequest;
import com.openai.core.http.HttpRequestBody;
import com.openai.core.http.HttpResponse;
import com.openai.errors.OpenAIIoException;
import dev.cadre.llm.CancellationToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;
import okhttp3.Call;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * Carries the SDK's requests of one model call, on the calling thread, so that cancellation closes the connection at
 * every stage. The SDK's own transport can be stopped between two events only.
 */
final class OkHttpTransport implements HttpClient {

    private final OkHttpClient http;
    private final CancellationToken cancellation;
    private final boolean authorized;

    OkHttpTransport(OkHttpClient http, CancellationToken cancellation, boolean authorized) {
        this.http = http;
        this.cancellation = cancellation;
        this.authorized = authorized;
    }

    @Override
    public HttpResponse execute(HttpRequest request, RequestOptions options) {
        Call call = http.newCall(write(request));
        CancellationToken.Registration registration = cancellation.onCancel(call::cancel);
        try {
            return new OkHttpResponse(call.execute(), registration);
        } catch (IOException e) {
            registration.close();
            throw new OpenAIIoException("the request failed", e);
        }
    }

    @Override
    public CompletableFuture<HttpResponse> executeAsync(HttpRequest request, RequestOptions options) {
        throw new UnsupportedOperationException("this transport serves blocking calls");
    }

    /** Does nothing: the connections belong to the {@link OpenAiClient}. */
    @Override
    public void close() {}

    private Request write(HttpRequest request) {
        Request.Builder builder = new Request.Builder().url(request.url());
        Headers headers = request.headers();
        for (String name : headers.names()) {
            headers.values(name).forEach(value -> builder.addHeader(name, value));
        }
        if (!authorized) {
            builder.removeHeader("Authorization");
        }
        HttpRequestBody content = request.body();
        RequestBody body = content == null ? null : convert(content);
        return builder.method(request.method().name(), body).build();
    }

    private static RequestBody convert(HttpRequestBody body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        body.writeTo(bytes);
        String type = body.contentType();
        return new OneShotBody(type == null ? null : MediaType.parse(type), bytes.toByteArray());
    }

    /** Is sent once: OkHttp repeats any other by itself after a broken connection and some statuses. */
    private static final class OneShotBody extends RequestBody {

        private final @Nullable MediaType type;
        private final byte[] bytes;

        private OneShotBody(@Nullable MediaType type, byte[] bytes) {
            this.type = type;
            this.bytes = bytes;
        }

        @Override
        public @Nullable MediaType contentType() {
            return type;
        }

        @Override
        public long contentLength() {
            return bytes.length;
        }

        @Override
        public boolean isOneShot() {
            return true;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            sink.write(bytes);
        }
    }

    private record OkHttpResponse(Response response, CancellationToken.Registration registration)
            implements HttpResponse {

        @Override
        public int statusCode() {
            return response.code();
        }

        @Override
        public Headers headers() {
            Headers.Builder headers = Headers.builder();
            response.headers().forEach(header -> headers.put(header.getFirst(), header.getSecond()));
            return headers.build();
        }

        @Override
        public InputStream body() {
            ResponseBody body = response.body();
            return body == null ? InputStream.nullInputStream() : new BoundedInputStream(body.byteStream());
        }

        @Override
        public void close() {
            registration.close();
            response.close();
        }
    }
}
