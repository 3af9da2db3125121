package cadre.service.command;

import cadre.engine.catalogue.Catalogue;
import cadre.engine.catalogue.CatalogueHtml;
import cadre.engine.catalogue.CatalogueMarkdown;
import cadre.engine.catalogue.Tongue;
import cadre.engine.document.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the criteria of an edition as one page that a citizen could read. */
@Command(
        name = "catalogue",
        description = "Writes the criteria of an edition as one page that a citizen could read.",
        mixinStandardHelpOptions = true)
final class ShowCatalogue implements Callable<Integer> {
    private enum Format {
        HTML,
        MARKDOWN
    }

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "The folder of the edition.")
    private Path folder = Path.of("");

    @Option(
            names = "--lang",
            paramLabel = "LANGUAGE",
            defaultValue = "en",
            description = "Language of the page: en, zh or both.")
    private Tongue tongue = Tongue.EN;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "html",
            description = "html (one file, nothing loaded from elsewhere) or markdown.")
    private Format format = Format.HTML;

    @Option(names = "--output", paramLabel = "FILE", description = "Write the page there, not to the standard output.")
    private @Nullable Path output;

    @Override
    public Integer call() {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        Terminal terminal = new Terminal(line.getOut(), line.getErr(), tongue == Tongue.ZH ? Language.ZH : Language.EN);
        try {
            Folder read = Folder.read(folder);
            Catalogue catalogue = Catalogue.of(read.edition(), read.cases());
            String page = format == Format.HTML
                    ? CatalogueHtml.render(catalogue, tongue)
                    : CatalogueMarkdown.render(catalogue, tongue);
            if (output == null) {
                terminal.print(page.stripTrailing());
            } else {
                Files.writeString(output, page);
            }
            return Commands.DONE;
        } catch (Refused refused) {
            terminal.refuse(folder.toString(), refused.problems());
        } catch (IOException unwritable) {
            terminal.say("unwritable", String.valueOf(output));
        }
        return Commands.REFUSED;
    }
}
