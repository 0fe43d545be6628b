package org.multisynq4j.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * JavaScript inside Java must not use names of one letter. TeaVM renames the parameters of such a script to {@code b}, {@code c}, {@code d}, … by their place and
 * leaves the script's own names as they are, so that {@code function(e)} hides the fourth parameter: the handler of closed sockets once called the event
 * instead of the listener, and only in minified JavaScript.
 */
class JavaScriptNamesTest {
    private static final Pattern BODY =
            Pattern.compile("@JSBody\\((.*?)\\)\\s*(?:private|public|static|native)", Pattern.DOTALL);
    private static final Pattern DECLARED =
            Pattern.compile("(?:function\\s*\\w*|catch\\s*)\\(([^)]*)\\)|\\b(?:var|let|const)\\s+([^;]*)|(\\w+)\\s*=>");
    private static final Pattern NAME = Pattern.compile("(?<![\\w.'])([a-zA-Z])(?=\\s*(?:[,=]|$))");

    private static Path root() {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(root.resolve("shared/engine"))) {
            root = root.getParent();
        }
        return root;
    }

    /** Names of one letter that a script declares: parameters of functions, caught errors, variables. */
    static List<String> shortNames(String source) {
        List<String> found = new ArrayList<>();
        Matcher bodies = BODY.matcher(source);
        while (bodies.find()) {
            Matcher declared = DECLARED.matcher(bodies.group(1));
            while (declared.find()) {
                for (int group = 1; group <= declared.groupCount(); group++) {
                    if (declared.group(group) != null) {
                        Matcher names = NAME.matcher(declared.group(group));
                        while (names.find()) {
                            found.add(names.group(1) + " in " + declared.group());
                        }
                    }
                }
            }
        }
        return found;
    }

    @Test
    void scriptsUseNoNamesThatTeavmGivesToParameters() throws IOException {
        int scripts = 0;
        List<String> found = new ArrayList<>();
        for (String module : List.of("client/browser", "web/pages")) {
            try (Stream<Path> files = Files.walk(root().resolve(module).resolve("src"))) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    String source = Files.readString(file);
                    shortNames(source).forEach(name -> found.add(file + ": " + name));
                    scripts += source.contains("@JSBody") ? 1 : 0;
                }
            }
        }
        assertThat(found).isEmpty();
        assertThat(scripts).isGreaterThan(10);
    }

    @Test
    void theMistakeIsFound() {
        String before = "@JSBody(params = {\"url\", \"closed\"}, script = \"";
        String after = "\") private static native void open();";
        assertThat(shortNames(before + "socket.onclose = function(e) { closed(e.code); };" + after))
                .hasSize(1);
        assertThat(shortNames(before + "try { open(url); } catch (e) { }" + after))
                .hasSize(1);
        assertThat(shortNames(before + "for (var i = 0; i < 3; i++) open(url);" + after))
                .hasSize(1);
        assertThat(shortNames(before + "list.forEach(x => closed(x));" + after)).hasSize(1);
        assertThat(shortNames(before + "var first = 1, n = 2;" + after)).hasSize(1);
        assertThat(shortNames(before + "socket.onclose = function(event) { closed(event.code); };" + after))
                .isEmpty();
    }
}
