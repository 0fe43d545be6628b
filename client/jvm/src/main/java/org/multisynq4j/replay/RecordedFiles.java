package org.multisynq4j.replay;

import java.io.IOException;
import java.util.Map;
import org.multisynq4j.client.Promise;
import org.multisynq4j.client.port.AbsentFileException;
import org.multisynq4j.client.port.FileStore;
import org.multisynq4j.client.recording.RecordingFile;

/** The recording in the place of the file server. */
record RecordedFiles(Map<String, byte[]> files) implements FileStore {
    @Override
    public Promise<byte[]> get(String url, long maxBytes) {
        byte[] file = files.get(RecordingFile.path(url));
        if (file == null) {
            return Promise.failed(new AbsentFileException("the recording does not contain " + url));
        }
        if (file.length > maxBytes) {
            return Promise.failed(
                    new IOException(url + " in the recording is longer than the allowed " + maxBytes + " bytes"));
        }
        return Promise.of(file.clone());
    }

    @Override
    public Promise<Void> put(String url, byte[] body) {
        return Promise.failed(new IOException("a replay stores nothing"));
    }
}
