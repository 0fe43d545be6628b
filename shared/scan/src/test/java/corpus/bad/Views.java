package corpus.bad;

import org.bouncycastle.util.Arrays;
import org.multisynq4j.client.SessionData;
import org.multisynq4j.client.View;
import org.multisynq4j.model.DataHandle;
import org.multisynq4j.model.Model;
import org.multisynq4j.vm.EngineVersion;

final class Views {
    static class Screen extends View {
        static int width = 5;
    }

    static class Asks extends Model {
        int step() {
            return Screen.width; // expect M4J123
        }
    }

    static class Makes extends Model {
        boolean step() {
            return new Screen() == null; // expect M4J123
        }
    }

    static class Holds extends Model { // expect M4J123
        private Screen screen;

        boolean step() {
            return screen == null;
        }
    }

    static class Library extends Model {
        boolean step(byte[] a) {
            return Arrays.areEqual(a, a); // expect M4J123
        }
    }

    static class Inside extends Model {
        Object step() {
            return EngineVersion.class; // expect M4J123
        }
    }

    static class Fetches extends Model {
        private DataHandle picture;

        Object step() {
            return new SessionData().fetch(picture); // expect M4J123
        }
    }
}
