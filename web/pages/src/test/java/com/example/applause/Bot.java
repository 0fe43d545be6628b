package com.example.applause;

import java.util.concurrent.TimeUnit;
import org.multisynq4j.client.Join;
import org.multisynq4j.client.jvm.JvmSession;

/** Claps five times in the session whose name and password it is given, and says how loud it is then. */
public final class Bot {
    public static void main(String[] args) throws Exception {
        Join<?> join = Join.app("com.example.applause")
                .model(Applause.class)
                .server("http://127.0.0.1:8080/")
                .name(args[0])
                .password(args[1]);
        try (JvmSession bot = JvmSession.join(join).get()) {
            bot.run(session -> session.publish("applause", "clap", 5));
            bot.until(session -> session.model(Applause.class).loudness >= 5).get(10, TimeUnit.SECONDS);
            int loudness = bot.get(session -> session.model(Applause.class).loudness);
            System.out.println("loudness " + loudness);
        }
    }
}
