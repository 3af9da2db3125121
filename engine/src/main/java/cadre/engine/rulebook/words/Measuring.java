package cadre.engine.rulebook.words;

import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.kie.api.runtime.rule.AccumulateFunction;

/** The one accumulate function of printed rules: gathers the rows, for any number of measures. */
public final class Measuring implements AccumulateFunction<Measuring.Rows> {
    private static final long serialVersionUID = 1L;

    /** Rows gathered so far. */
    static final class Rows implements Serializable {
        private static final long serialVersionUID = 1L;

        private final transient List<Row> gathered = new ArrayList<>();
    }

    @Override
    public Rows createContext() {
        return new Rows();
    }

    @Override
    public void init(Rows rows) {
        rows.gathered.clear();
    }

    @Override
    public void accumulate(Rows rows, Object row) {
        rows.gathered.add((Row) row);
    }

    @Override
    public void reverse(Rows rows, Object row) {
        throw new UnsupportedOperationException();
    }

    /** Facts are never changed or taken out. */
    @Override
    public boolean supportsReverse() {
        return false;
    }

    @Override
    public Object getResult(Rows rows) {
        return new Measured(rows.gathered);
    }

    @Override
    public Class<?> getResultType() {
        return Measured.class;
    }

    @Override
    public void writeExternal(ObjectOutput out) {}

    @Override
    public void readExternal(ObjectInput in) {}
}
