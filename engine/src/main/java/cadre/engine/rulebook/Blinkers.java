package cadre.engine.rulebook;

import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Loads code generated from rules and shows it only what it needs, so that even foreign code in it could reach nothing else. */
final class Blinkers extends ClassLoader {
    private final Sight sight;
    private final Map<String, byte[]> own;
    private final ClassLoader outside;

    /**
     * A loader of its own for one rulebook.
     *
     * @param own entries of the kjar; none when compiling
     */
    Blinkers(Sight sight, Map<String, byte[]> own) {
        super(null);
        this.sight = sight;
        this.own = own;
        this.outside = Blinkers.class.getClassLoader();
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            byte[] bytes = own.get(name.replace('.', '/') + ".class");
            if (bytes != null) {
                return defineClass(name, bytes, 0, bytes.length);
            }
        }
        if (!sight.allows(name)) {
            throw new ClassNotFoundException(name);
        }
        return Class.forName(name, false, outside);
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        return visible(name) ? outside.getResourceAsStream(name) : null;
    }

    @Override
    public @Nullable URL getResource(String name) {
        return visible(name) ? outside.getResource(name) : null;
    }

    @Override
    public Enumeration<URL> getResources(String name) {
        return Collections.emptyEnumeration();
    }

    private boolean visible(String resource) {
        String suffix = ".class";
        return resource.endsWith(suffix)
                && sight.allows(resource.substring(0, resource.length() - suffix.length())
                        .replace('/', '.'));
    }
}
