package lichen.app.experiment.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** The DevTools protocol of one page: calls with their answers, and what comes unasked. */
final class DevTools implements WebSocket.Listener {
    private static final int PATIENCE_SECONDS = 60;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final AtomicInteger last = new AtomicInteger();
    private final StringBuilder received = new StringBuilder();
    private final WebSocket socket;

    DevTools(URI page) {
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(page, this)
                .join();
    }

    /** Calls a method and waits for its answer. */
    JsonNode call(String method, Map<String, Object> parameters) throws IOException {
        int id = last.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        socket.sendText(JSON.writeValueAsString(Map.of("id", id, "method", method, "params", parameters)), true)
                .join();
        try {
            JsonNode message = answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (message.has("error")) {
                throw new IOException(method + ": " + message.get("error"));
            }
            return message.path("result");
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IOException(method + ": no answer", e);
        }
    }

    /** Begins to listen anew. */
    void forgetComplaints() {
        complaints.clear();
    }

    /** Errors and warnings so far. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean isLast) {
        received.append(text);
        if (isLast) {
            try {
                receive(JSON.readTree(received.toString()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                received.setLength(0);
            }
        }
        from.request(1);
        return CompletableFuture.completedFuture(text);
    }

    private void receive(JsonNode message) {
        JsonNode parameters = message.path("params");
        CompletableFuture<JsonNode> asked = waiting.remove(message.path("id").asInt());
        if (asked != null) {
            asked.complete(message);
            return;
        }
        String kind = switch (message.path("method").asText()) {
            case "Runtime.exceptionThrown" -> "error";
            case "Runtime.consoleAPICalled" -> parameters.path("type").asText();
            case "Log.entryAdded" -> parameters.path("entry").path("level").asText();
            default -> "";
        };
        if (List.of("error", "warning", "assert").contains(kind)) {
            complaints.add(parameters.toString());
        }
    }

    /** Lets the browser end, and waits for no answer. */
    void leave() {
        socket.sendText("{\"id\": 0, \"method\": \"Browser.close\"}", true).join();
    }
}
