package org.multisynq4j.client.browser;

/**
 * The password that the page's address has, for {@code Join.password}.
 *
 * <pre>{@code
 * Join.app(…).password(App.autoPassword().scrub())
 * }</pre>
 */
public final class PagePassword implements CharSequence {
    private final String text;

    PagePassword(String text) {
        this.text = text;
    }

    /**
     * Takes the password out of the address bar, where people behind you can read it. Link and QR code of the dock still contain it until the page is left or
     * reloaded; whoever reloads needs the link again, because nothing else keeps the password.
     */
    public PagePassword scrub() {
        App.scrubPassword();
        return this;
    }

    /** The password itself. */
    @Override
    public String toString() {
        return text;
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }
}
