package org.multisynq4j.client.url;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The address of a session: {@code https://host/chat/?options#name&pw=password&options}.
 *
 * <p>The first piece of the fragment is the session's name if it contains no {@code =}; otherwise the name may be the option {@code q} (fragment first, then
 * query). The password is the option {@code pw} <em>of the fragment only</em>: what is in a query reaches the server. Immutable; the pieces it does not know are
 * kept as they were.
 */
public final class SessionUrl {
    /** Longer addresses are refused; browsers and QR codes stop earlier. */
    public static final int MAX_CHARS = 8192;

    private static final String NAME_KEY = "q";
    private static final String PASSWORD_KEY = "pw";

    private final String base;
    private final List<String> query;
    private final Optional<String> sessionPiece;
    private final List<String> fragment;

    private SessionUrl(String base, List<String> query, Optional<String> sessionPiece, List<String> fragment) {
        this.base = base;
        this.query = List.copyOf(query);
        this.sessionPiece = sessionPiece;
        this.fragment = List.copyOf(fragment);
    }

    /**
     * Takes an address apart.
     *
     * @throws IllegalArgumentException if it is longer than {@value #MAX_CHARS} characters
     */
    public static SessionUrl parse(String href) {
        if (href.length() > MAX_CHARS) {
            throw new IllegalArgumentException("The address of this page has " + href.length() + " characters, at most "
                    + MAX_CHARS + " are allowed. Ask for the link again.");
        }
        int hash = href.indexOf('#');
        String beforeHash = hash < 0 ? href : href.substring(0, hash);
        int mark = beforeHash.indexOf('?');
        String base = mark < 0 ? beforeHash : beforeHash.substring(0, mark);
        List<String> query = pieces(mark < 0 ? "" : beforeHash.substring(mark + 1));
        List<String> fragment = pieces(hash < 0 ? "" : href.substring(hash + 1));
        Optional<String> session = Optional.empty();
        boolean named = hash >= 0 && hash + 1 < href.length() && href.charAt(hash + 1) != '&';
        if (named && !fragment.isEmpty() && fragment.get(0).indexOf('=') < 0) {
            session = Optional.of(fragment.remove(0));
        }
        return new SessionUrl(base, query, session, fragment);
    }

    /** The address without query and fragment. */
    public String base() {
        return base;
    }

    /** The session's name, decoded; never empty text. */
    public Optional<String> name() {
        if (sessionPiece.isPresent()) {
            return sessionPiece.map(PercentCode::decode);
        }
        return options().text(NAME_KEY).filter(name -> !name.isEmpty());
    }

    /** The session's password, decoded; never empty text. */
    public Optional<String> password() {
        return UrlOptions.ofPieces(List.of(), fragment).text(PASSWORD_KEY).filter(password -> !password.isEmpty());
    }

    /** Options of query and fragment together, without the password. */
    public UrlOptions options() {
        List<String> open = new ArrayList<>(fragment);
        open.removeIf(piece -> isKey(piece, PASSWORD_KEY));
        List<String> openQuery = new ArrayList<>(query);
        openQuery.removeIf(piece -> isKey(piece, PASSWORD_KEY));
        return UrlOptions.ofPieces(openQuery, open);
    }

    /** This address for a session of another name. The name moves into the fragment. */
    public SessionUrl withName(String name) {
        List<String> rest = without(fragment, NAME_KEY);
        return new SessionUrl(base, without(query, NAME_KEY), Optional.of(PercentCode.encode(name)), rest);
    }

    /** This address with another password; the empty text takes the password out. */
    public SessionUrl withPassword(String password) {
        List<String> rest = without(fragment, PASSWORD_KEY);
        if (!password.isEmpty()) {
            rest.add(0, PASSWORD_KEY + "=" + PercentCode.encode(password));
        }
        return new SessionUrl(base, query, sessionPiece, rest);
    }

    /** This address with only name and password: what one shares, free of one's own {@code debug=} and the like. */
    public SessionUrl forSharing() {
        List<String> secret = new ArrayList<>(fragment);
        secret.removeIf(piece -> !isKey(piece, PASSWORD_KEY) && !isKey(piece, NAME_KEY) && !isServer(piece));
        List<String> open = new ArrayList<>(query);
        open.removeIf(piece -> !isKey(piece, NAME_KEY) && !isServer(piece));
        return new SessionUrl(base, open, sessionPiece, secret);
    }

    /** True if both addresses name the same session of the same page, with the same password and server. */
    public boolean sameSession(SessionUrl other) {
        return base.equals(other.base)
                && name().equals(other.name())
                && password().equals(other.password())
                && ServerAddress.keys(options()).equals(ServerAddress.keys(other.options()));
    }

    /** The fragment with its {@code #}, or the empty text. */
    public String fragment() {
        if (sessionPiece.isEmpty() && fragment.isEmpty()) {
            return "";
        }
        List<String> all = new ArrayList<>(fragment);
        // Without a name in front, a first option without "=" would be read back as the name; a leading "&" prevents
        // it.
        boolean ambiguous = sessionPiece.isEmpty() && fragment.get(0).indexOf('=') < 0;
        if (sessionPiece.isPresent() || ambiguous) {
            all.add(0, sessionPiece.orElse(""));
        }
        return "#" + String.join("&", all);
    }

    /** The whole address. */
    @Override
    public String toString() {
        return base + (query.isEmpty() ? "" : "?" + String.join("&", query)) + fragment();
    }

    private static boolean isServer(String piece) {
        return ServerAddress.KEYS.stream().anyMatch(key -> isKey(piece, key));
    }

    private static boolean isKey(String piece, String key) {
        int equals = piece.indexOf('=');
        return PercentCode.decode(equals < 0 ? piece : piece.substring(0, equals))
                .equals(key);
    }

    private static List<String> without(List<String> pieces, String key) {
        List<String> rest = new ArrayList<>(pieces);
        rest.removeIf(piece -> isKey(piece, key));
        return rest;
    }

    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int amp = text.indexOf('&', from);
            int to = amp < 0 ? text.length() : amp;
            if (to > from) {
                pieces.add(text.substring(from, to));
            }
            from = to + 1;
        }
        return pieces;
    }
}
