package org.multisynq4j.client.control;

import org.multisynq4j.protocol.ClientFrame;
import org.multisynq4j.protocol.ServerFrame;

/** What the link tells the controller. */
interface LinkListener {
    /** The first frame to send; asked for with each new connection. */
    ClientFrame.Join joinFrame();

    /** A frame came, with its text. May throw {@link ResyncException} to have the connection closed and made again. */
    void frame(ServerFrame frame, String text);

    /** The connection is gone; another attempt follows if {@code retrying}. */
    void disconnected(int code, String reason, boolean retrying);

    /** What came does not fit; false if the session has ended because of it. */
    boolean goesOnAfter(String problem);

    /** A server was reached again and again, but never answered JOIN. */
    void unanswered();

    /** No server answered for {@link Link#GIVE_UP_MS}, and none ever did. */
    void unreachable();
}
