package dev.cadre.llm.testkit.wire;

import dev.cadre.llm.testkit.json.JsonText;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Is an error in the form of the API; the two negative statuses stand for what each API says in its own way. */
record ErrorContent(int status, @Nullable String code, String message) implements WireContent {

    static final int OVERLOADED = -1;
    static final int CONTEXT_TOO_LONG = -2;

    @Override
    public Rendered render(WireApi api, Map<String, Object> request) {
        if (status == OVERLOADED) {
            return render(api, api == WireApi.ANTHROPIC_MESSAGES ? 529 : 503, code, message);
        }
        if (status == CONTEXT_TOO_LONG) {
            Map.Entry<String, String> error = api.format().contextTooLong();
            return render(api, 400, error.getKey(), error.getValue());
        }
        return render(api, status, code, message);
    }

    private static Rendered render(WireApi api, int status, @Nullable String code, String message) {
        return new Rendered(
                status, "application/json", JsonText.write(api.format().error(status, code, message)));
    }
}
