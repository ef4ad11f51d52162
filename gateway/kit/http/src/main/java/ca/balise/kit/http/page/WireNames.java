package ca.balise.kit.http.page;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** The constants of an enum, by what they are called in JSON. */
final class WireNames {

    private WireNames() {}

    /** Names of constants by their wire names, in order. */
    static Map<String, String> of(Class<?> type) {
        Map<String, String> names = new LinkedHashMap<>();
        Arrays.stream(type.getFields()).filter(field -> field.isEnumConstant()).forEach(constant -> {
            JsonProperty written = constant.getAnnotation(JsonProperty.class);
            names.put(written == null ? constant.getName() : written.value(), constant.getName());
        });
        return names;
    }
}
