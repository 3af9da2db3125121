package cadre.engine.mutation;

import cadre.engine.document.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A part of a rule with one change somewhere in it. */
record Variant<T>(T value, Change change) {

    /** The whole of which the part is changed. */
    <W> Variant<W> within(Function<? super T, ? extends W> whole) {
        return new Variant<>(whole.apply(value), change);
    }

    /** The list with one of its items varied, in every way. */
    static <T> Stream<Variant<List<T>>> ofOne(List<T> items, Function<? super T, Stream<Variant<T>>> variants) {
        return IntStream.range(0, items.size())
                .boxed()
                .flatMap(i -> variants.apply(items.get(i))
                        .map(variant -> variant.within(value -> {
                            List<T> changed = new ArrayList<>(items);
                            changed.set(i, value);
                            return List.copyOf(changed);
                        })));
    }

    /** The list with one of its items left out. */
    static <T> Stream<Variant<List<T>>> without(
            List<T> items, Change.Kind kind, Function<? super T, String> text, Function<? super T, Place> place) {
        return IntStream.range(0, items.size()).mapToObj(i -> {
            List<T> fewer = new ArrayList<>(items);
            T item = fewer.remove(i);
            return new Variant<>(List.copyOf(fewer), Change.left(kind, text.apply(item), place.apply(item)));
        });
    }
}
