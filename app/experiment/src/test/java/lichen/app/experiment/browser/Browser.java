package lichen.app.experiment.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Chromium without a window, with one page. */
public final class Browser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final DevTools tools;

    private Browser(Process process, DevTools tools) {
        this.process = process;
        this.tools = tools;
    }

    /** Where Chromium is, if it is installed. */
    public static Optional<Path> program() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Starts it.
     *
     * @param profile a folder for what it keeps
     */
    public static Browser start(Path profile) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        program().orElseThrow().toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(profile.resolveSibling("browser.log").toFile())
                .start();
        try {
            Path port = profile.resolve("DevToolsActivePort");
            await(
                    "the browser to start",
                    () -> Files.exists(port) && Files.readAllLines(port).size() >= 2);
            DevTools tools = new DevTools(page(Files.readAllLines(port).get(0)));
            for (String domain : List.of("Page", "Runtime", "Log")) {
                tools.call(domain + ".enable", Map.of());
            }
            return new Browser(process, tools);
        } catch (IOException | InterruptedException | RuntimeException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    /** Opens a page, and waits until it is there. */
    public void open(Path page) throws IOException, InterruptedException {
        tools.forgetComplaints();
        tools.call("Page.navigate", Map.of("url", page.toUri().toString()));
        await(
                "the page",
                () -> evaluate("document.readyState === 'complete' && location.protocol === 'file:'")
                        .asBoolean());
    }

    /** Gives the page another size, and light or dark colours. */
    public void look(int width, int height, boolean isDark) throws IOException {
        tools.call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        tools.call(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(Map.of("name", "prefers-color-scheme", "value", isDark ? "dark" : "light"))));
    }

    /** What an expression of JavaScript is in the page. */
    public JsonNode evaluate(String expression) throws IOException {
        JsonNode answer = tools.call(
                "Runtime.evaluate", Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
        if (answer.has("exceptionDetails")) {
            throw new IOException(expression + ": " + answer.get("exceptionDetails"));
        }
        return answer.path("result").path("value");
    }

    /** Presses a key, as a user does. */
    public void press(String key) throws IOException {
        Map<String, Integer> codes = Map.of("Enter", 13, "Escape", 27, "Tab", 9, "ArrowRight", 39, " ", 32);
        String text = key.equals("Enter") ? "\r" : key.length() == 1 ? key : "";
        for (String type : List.of(text.isEmpty() ? "rawKeyDown" : "keyDown", "keyUp")) {
            tools.call(
                    "Input.dispatchKeyEvent",
                    Map.of(
                            "type",
                            type,
                            "key",
                            key,
                            "text",
                            type.equals("keyDown") ? text : "",
                            "windowsVirtualKeyCode",
                            codes.getOrDefault(key, 0)));
        }
    }

    /** Writes into the field that has the focus. */
    public void type(String text) throws IOException {
        tools.call("Input.insertText", Map.of("text", text));
    }

    /** Clicks the middle of what a selector finds first. */
    public void click(String selector) throws IOException {
        JsonNode place = evaluate("(() => { const node = document.querySelector(" + JSON.writeValueAsString(selector)
                + "); node.scrollIntoView({block: 'center'}); const box = node.getBoundingClientRect();"
                + " return [box.left + box.width / 2, box.top + box.height / 2]; })()");
        for (String type : List.of("mousePressed", "mouseReleased")) {
            tools.call(
                    "Input.dispatchMouseEvent",
                    Map.of(
                            "type",
                            type,
                            "x",
                            place.get(0).asDouble(),
                            "y",
                            place.get(1).asDouble(),
                            "button",
                            "left",
                            "clickCount",
                            1));
        }
    }

    /** The window as a PNG. */
    public byte[] screenshot() throws IOException {
        return Base64.getDecoder()
                .decode(tools.call("Page.captureScreenshot", Map.of("format", "png"))
                        .get("data")
                        .asText());
    }

    /** Errors and warnings on the console since the page was opened, thrown errors among them. */
    public List<String> complaints() {
        return tools.complaints();
    }

    /** Ends it; it is gone when this returns. */
    @Override
    public void close() {
        tools.leave();
        process.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    /** The address of the one page. */
    private static URI page(String port) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/list"))
                .build();
        String pages = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
        for (JsonNode page : JSON.readTree(pages)) {
            if (page.path("type").asText().equals("page")) {
                return URI.create(page.get("webSocketDebuggerUrl").asText());
            }
        }
        throw new IOException("the browser has no page: " + pages);
    }

    private static void await(String what, Callable<Boolean> isThere) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                if (isThere.call()) {
                    return;
                }
            } catch (IOException | RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IOException(e);
            }
            if (Instant.now().isAfter(end)) {
                throw new IOException("waited in vain for " + what);
            }
            Thread.sleep(50);
        }
    }
}
