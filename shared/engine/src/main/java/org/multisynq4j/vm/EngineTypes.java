package org.multisynq4j.vm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.multisynq4j.model.DataHandle;
import org.multisynq4j.model.Event;
import org.multisynq4j.model.Model;
import org.multisynq4j.model.ViewInfo;
import org.multisynq4j.snapshot.TypeCatalog;

/** The engine's own classes that occur in a snapshot, in front of the application's. */
final class EngineTypes implements TypeCatalog {
    private static final Class<?>[] STORED = {
        World.class,
        XoshiroRandom.class,
        TraceHash.class,
        MessageQueue.class,
        ActionMessage.class,
        HandlerMessage.class,
        RepeatingMessage.class,
        PersistMessage.class,
        ScheduledMessage.class,
        Subscriptions.class,
        TopicSubscription.class,
        Participants.class,
        Participant.class,
        SenderCounters.class,
        SenderCounters.Entry.class,
        Persistence.class,
        Model.class,
        ViewInfo.class,
        Event.class,
        Event.Source.class,
        DataHandle.class,
    };

    private static final String OPTIONAL_OBJECT = "Ljava/util/Optional<Ljava/lang/Object;>;";
    private static final String OPTIONAL_STRING = "Ljava/util/Optional<Ljava/lang/String;>;";
    private static final String STRING = "Ljava/lang/String;";

    private static final List<Component> VIEW_INFO =
            List.of(new Component("viewId", STRING), new Component("viewData", OPTIONAL_OBJECT));

    private static final List<Component> EVENT = List.of(
            new Component("scope", STRING),
            new Component("event", STRING),
            new Component("data", OPTIONAL_OBJECT),
            new Component("source", "Lorg/multisynq4j/model/Event$Source;"),
            new Component("sender", OPTIONAL_STRING));

    private static final List<Component> DATA_HANDLE = List.of(new Component("id", STRING));

    private final Map<String, Class<?>> byName = new LinkedHashMap<>();
    private final TypeCatalog application;

    EngineTypes(TypeCatalog application) {
        this.application = application;
        for (Class<?> type : STORED) {
            byName.put(type.getName(), type);
        }
    }

    /** All of them. */
    static List<Class<?>> stored() {
        return List.of(STORED);
    }

    @Override
    public Optional<Class<?>> find(String binaryName) {
        Class<?> own = byName.get(binaryName);
        return own != null ? Optional.of(own) : application.find(binaryName);
    }

    @Override
    public List<Component> recordComponents(Class<?> record) {
        if (record == ViewInfo.class) {
            return VIEW_INFO;
        }
        if (record == DataHandle.class) {
            return DATA_HANDLE;
        }
        return record == Event.class ? EVENT : application.recordComponents(record);
    }

    /** The engine stores no {@code EnumMap}, for whose key type this is asked. */
    @Override
    public List<Class<?>> classes() {
        return application.classes();
    }
}
