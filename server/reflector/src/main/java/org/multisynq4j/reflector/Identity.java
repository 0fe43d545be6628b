package org.multisynq4j.reflector;

import java.util.List;
import org.multisynq4j.protocol.ClientFrame;
import org.multisynq4j.protocol.Extension;
import org.multisynq4j.protocol.TickRate;
import org.multisynq4j.reflector.store.SessionRecord;

/** What the first joiner decided for the whole life of the session. {@code memberKey} is empty if it gave none. */
record Identity(
        String name,
        String appId,
        String persistentId,
        String codeHash,
        String timeline,
        String tove,
        TickRate rate,
        List<String> flags,
        String memberKey) {
    static Identity of(ClientFrame.Join join, TickRate rate, String timeline, String memberKey) {
        List<String> flags =
                join.flags().contains(Extension.RAWTIME.wireName()) ? List.of(Extension.RAWTIME.wireName()) : List.of();
        return new Identity(
                join.name(),
                join.appId(),
                join.persistentId(),
                join.codeHash(),
                timeline,
                join.tove(),
                rate,
                flags,
                memberKey);
    }

    static Identity of(SessionRecord stored, String timeline) {
        return new Identity(
                stored.name(),
                stored.appId(),
                stored.persistentId(),
                stored.codeHash(),
                timeline,
                stored.tove(),
                TickRate.clamped(stored.tickMs(), stored.delayMs()),
                stored.flags(),
                stored.memberKey());
    }

    /** Whether only those who prove that they have the key are let in. */
    boolean membersOnly() {
        return !memberKey.isEmpty();
    }

    boolean rawTime() {
        return flags.contains(Extension.RAWTIME.wireName());
    }
}
