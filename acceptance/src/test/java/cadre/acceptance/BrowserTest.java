package cadre.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;
import tools.jackson.databind.json.JsonMapper;

/** The pages in a real browser, which adds headers of its own and holds pages to their security policy. */
@SuppressWarnings("NullAway.Init")
class BrowserTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static Server server;

    private ChromeDriver browser;
    private WebDriverWait patience;

    @BeforeAll
    static void serve(@TempDir Path data) throws IOException {
        server = Server.start(data);
    }

    @AfterAll
    static void end() {
        server.close();
    }

    @BeforeEach
    void open() {
        ChromeOptions options = new ChromeOptions();
        options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--accept-lang=zh-CN");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        options.setBinary(onPath("chromium", "google-chrome"));
        browser = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(onPath("chromedriver"))
                        .withLogOutput(java.io.OutputStream.nullOutputStream())
                        .build(),
                options);
        patience = new WebDriverWait(browser, Duration.ofSeconds(30));
    }

    @AfterEach
    void close() {
        browser.quit();
    }

    /** The first of these programs that the launcher found or installed. */
    private static File onPath(String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> new File(folder, name)))
                .filter(File::canExecute)
                .findFirst()
                .orElseThrow();
    }

    private void logIn(String login, String password) {
        patience.until(ExpectedConditions.elementToBeClickable(By.name("login")))
                .sendKeys(login);
        browser.findElement(By.name("password")).sendKeys(password);
        browser.findElement(By.tagName("button")).click();
    }

    private String explanation() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.base() + "/api/v1/evaluations?criterion=E-03"))
                .header("Authorization", "Bearer " + server.token("EVALUATOR"))
                .build();
        String found = HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofString())
                .body();
        return "/api/v1/evaluations/"
                + JSON.readTree(found).at("/evaluations/0/id").asString() + "/explanation";
    }

    @Test
    void who_follows_an_address_logs_in_reads_what_is_there_and_logs_out() throws Exception {
        String explanation = explanation();
        browser.get(server.base() + explanation);
        assertThat(browser.getTitle()).isEqualTo("登录");

        logIn("demo-evaluator", "not the password");
        assertThat(patience.until(ExpectedConditions.presenceOfElementLocated(By.cssSelector("[role=alert]")))
                        .getText())
                .isNotBlank();

        logIn("demo-evaluator", server.password("demo-evaluator"));
        patience.until(ExpectedConditions.urlToBe(server.base() + explanation));
        assertThat(browser.findElement(By.tagName("h1")).getText()).contains("考核结果说明");
        assertThat(browser.getPageSource()).contains("E-03");

        browser.get(server.base() + "/");
        assertThat(browser.findElement(By.tagName("main")).getText()).contains("local:demo-evaluator");
        browser.findElement(By.cssSelector("form[action='/logout'] button")).click();
        patience.until(ExpectedConditions.urlToBe(server.base() + "/login"));
        browser.get(server.base() + explanation);
        assertThat(browser.getTitle()).isEqualTo("登录");
        // The 401s that led to the page to log in are told there; nothing else is.
        assertThat(browser.manage().logs().get(LogType.BROWSER).getAll())
                .allSatisfy(entry -> assertThat(entry.getMessage()).contains("401"));
    }

    @Test
    void the_description_of_the_api_is_shown_and_can_be_tried_out() throws Exception {
        browser.get(server.base() + "/login?next=/swagger-ui.html");
        logIn("demo-evaluator", server.password("demo-evaluator"));

        assertThat(triedOut("#operations-Editions-editions")).startsWith("200");
        assertThat(triedOut("#operations-Evaluations-preview")).startsWith("200");
    }

    /** The status that is shown for an operation once it was tried out as the page proposes. */
    private String triedOut(String operation) {
        clickable(operation + " .opblock-summary-control").click();
        clickable(operation + " .try-out button").click();
        clickable(operation + " .execute").click();
        return patience.until(ExpectedConditions.visibilityOfElementLocated(
                        By.cssSelector(operation + " .live-responses-table tbody .response-col_status")))
                .getText();
    }

    private WebElement clickable(String selector) {
        return patience.until(ExpectedConditions.elementToBeClickable(By.cssSelector(selector)));
    }
}
