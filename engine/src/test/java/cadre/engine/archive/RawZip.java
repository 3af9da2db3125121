package cadre.engine.archive;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes ZIP archives field by field, so that each field can lie. */
final class RawZip {
    private final List<Item> items = new ArrayList<>();

    /** An entry with all that its two headers say. */
    static final class Item {
        byte[] name;
        byte[] localName;
        byte[] packed;
        byte[] extra = {};
        int flags = 1 << 11;
        int method = 8;
        int attributes;
        long crc;
        long size;
        long localSize = -1;

        private Item(String name, byte[] content) {
            this.name = name.getBytes(StandardCharsets.UTF_8);
            this.localName = this.name;
            CRC32 sum = new CRC32();
            sum.update(content);
            this.crc = sum.getValue();
            this.size = content.length;
            this.packed = deflated(content);
        }

        Item unixMode(int mode) {
            attributes = mode << 16;
            return this;
        }

        Item localName(String other) {
            localName = other.getBytes(StandardCharsets.UTF_8);
            return this;
        }
    }

    Item add(String name, byte[] content) {
        Item item = new Item(name, content);
        if (name.endsWith("/")) {
            item.method = 0;
            item.packed = new byte[0];
        }
        items.add(item);
        return item;
    }

    Item add(String name, String content) {
        return add(name, content.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] deflated(byte[] content) {
        Deflater deflater = new Deflater(9, true);
        deflater.setInput(content);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] piece = new byte[8192];
        while (!deflater.finished()) {
            out.write(piece, 0, deflater.deflate(piece));
        }
        deflater.end();
        return out.toByteArray();
    }

    byte[] bytes() {
        return bytes(items.size());
    }

    /** The archive, whose end claims to have so many entries. */
    byte[] bytes(int claimed) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream directory = new ByteArrayOutputStream();
        for (Item item : items) {
            int at = out.size();
            write(out, 4, 0x04034b50L);
            write(out, 2, 20);
            common(out, item, item.localSize < 0 ? item.size : item.localSize, item.localName);
            out.writeBytes(item.localName);
            out.writeBytes(item.extra);
            out.writeBytes(item.packed);
            write(directory, 4, 0x02014b50L);
            write(directory, 2, (3 << 8) | 20);
            write(directory, 2, 20);
            common(directory, item, item.size, item.name);
            write(directory, 2, 0);
            write(directory, 2, 0);
            write(directory, 2, 0);
            write(directory, 4, Integer.toUnsignedLong(item.attributes));
            write(directory, 4, at);
            directory.writeBytes(item.name);
            directory.writeBytes(item.extra);
        }
        int start = out.size();
        out.writeBytes(directory.toByteArray());
        write(out, 4, 0x06054b50L);
        write(out, 4, 0);
        write(out, 2, claimed);
        write(out, 2, claimed);
        write(out, 4, directory.size());
        write(out, 4, start);
        write(out, 2, 0);
        return out.toByteArray();
    }

    private static void common(ByteArrayOutputStream out, Item item, long size, byte[] name) {
        write(out, 2, item.flags);
        write(out, 2, item.method);
        write(out, 4, 0x5c210000L);
        write(out, 4, item.crc);
        write(out, 4, item.packed.length);
        write(out, 4, size);
        write(out, 2, name.length);
        write(out, 2, item.extra.length);
    }

    private static void write(ByteArrayOutputStream out, int length, long value) {
        byte[] all = ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(value)
                .array();
        out.write(all, 0, length);
    }
}
