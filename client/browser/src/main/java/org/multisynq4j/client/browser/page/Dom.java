package org.multisynq4j.client.browser.page;

import org.teavm.jso.JSBody;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.xml.Element;
import org.teavm.jso.dom.xml.Node;

/** Builds and changes elements. */
public final class Dom {
    private static final String SVG = "http://www.w3.org/2000/svg";

    private Dom() {}

    /** A new element; {@code classes} may be empty. */
    public static HTMLElement element(String tag, String classes) {
        HTMLElement element = HTMLDocument.current().createElement(tag);
        if (!classes.isEmpty()) {
            element.setClassName(classes);
        }
        return element;
    }

    /** A new element with text. */
    public static HTMLElement element(String tag, String classes, String text) {
        HTMLElement element = element(tag, classes);
        element.setTextContent(text);
        return element;
    }

    /** A new button that does not submit forms. */
    public static HTMLElement button(String classes, String label, Runnable action) {
        HTMLElement button = element("button", classes, label);
        button.setAttribute("type", "button");
        onClick(button, action);
        return button;
    }

    /** A new SVG element, not an HTML one of the same name. */
    public static Element svg(String tag) {
        return HTMLDocument.current().createElementNS(SVG, tag);
    }

    /** Appends the children in order and returns the parent. */
    public static <T extends Node> T append(T parent, Node... children) {
        for (Node child : children) {
            parent.appendChild(child);
        }
        return parent;
    }

    /** Removes all children. */
    public static void clear(Node parent) {
        parent.setTextContent("");
    }

    /** Replaces the text if it differs; unchanged text must not disturb a selection or a screen reader. */
    public static void text(Node node, String text) {
        if (!text.equals(node.getTextContent())) {
            node.setTextContent(text);
        }
    }

    /** Calls back on click, which buttons also send for Enter and Space. */
    public static void onClick(HTMLElement element, Runnable action) {
        element.addEventListener("click", event -> Guard.run(action));
    }

    /** Calls back on any event of this type. */
    public static void on(HTMLElement element, String type, Runnable action) {
        element.addEventListener(type, event -> Guard.run(action));
    }

    /** The element with this id in the page. */
    public static HTMLElement byId(String id) {
        HTMLElement element = HTMLDocument.current().getElementById(id);
        if (element == null) {
            throw new IllegalStateException(
                    "The page has no element with the id '" + id + "'. Add it to the page's HTML.");
        }
        return element;
    }

    /** Appends an element with an isolated style to the body and returns the node to fill. */
    public static HTMLElement shadowHost(String tag, String css) {
        HTMLElement host = element(tag, "");
        HTMLDocument.current().getBody().appendChild(host);
        HTMLElement root = element("div", "root");
        append(shadow(host), element("style", "", css), root);
        return root;
    }

    /** Removes what {@link #shadowHost} added. */
    public static void removeShadowHost(HTMLElement root) {
        remove(hostOf(root));
    }

    /** Runs the task before the next repaint. */
    public static void nextFrame(Runnable task) {
        Window.requestAnimationFrame(timeMs -> Guard.run(task));
    }

    /** Reloads the page. */
    public static void reload() {
        Window.current().getLocation().reload();
    }

    /** Moves the keyboard focus without scrolling the page. */
    @JSBody(params = "element", script = "element.focus({preventScroll: true});")
    public static native void focus(HTMLElement element);

    /** Takes an element out of the page; does nothing if it is not in it. */
    @JSBody(params = "element", script = "element.remove();")
    public static native void remove(HTMLElement element);

    @JSBody(params = "host", script = "return host.attachShadow({mode: 'open'});")
    private static native Node shadow(HTMLElement host);

    @JSBody(params = "root", script = "return root.getRootNode().host;")
    private static native HTMLElement hostOf(HTMLElement root);
}
