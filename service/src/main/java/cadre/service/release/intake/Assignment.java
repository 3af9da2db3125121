package cadre.service.release.intake;

import cadre.engine.document.Problems;
import cadre.engine.edition.EditionSources;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/** What a confined process is to do with an edition. */
record Assignment(Kind kind, String name, EditionSources sources) {
    /** To check it, or to make its kjar. */
    enum Kind {
        CHECK,
        COMPILE
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(kind.name());
            out.writeUTF(name);
            out.writeInt(sources.files().size());
            for (Map.Entry<String, byte[]> file : sources.files().entrySet()) {
                out.writeUTF(file.getKey());
                out.writeInt(file.getValue().length);
                out.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Reads what the service wrote. */
    static Assignment of(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        Kind kind = Kind.valueOf(in.readUTF());
        String name = in.readUTF();
        Map<String, byte[]> files = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            files.put(in.readUTF(), in.readNBytes(in.readInt()));
        }
        return new Assignment(
                kind, name, EditionSources.of(files, new Problems()).orElseThrow());
    }
}
