package com.example.applause;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.multisynq4j.rehearsal.Rehearsal;

// #region test
class ApplauseTest {
    @Test
    void applauseOfEverybodyAddsUpAndDiesAway() {
        Rehearsal session = Rehearsal.of(Applause.class).start();
        session.join("ann").join("bob");
        session.publish("ann", "applause", "clap", 1).publish("bob", "applause", "clap", 2);
        assertEquals(3, session.root(Applause.class).loudness);

        session.advance(2_000);
        assertEquals(1, session.root(Applause.class).loudness);

        Rehearsal late = session.restored(); // somebody who joins now, from a snapshot
        assertEquals(session.stateHash(), late.stateHash());
        late.advance(5_000);
        assertEquals(0, late.root(Applause.class).loudness);
    }
}
// #endregion
